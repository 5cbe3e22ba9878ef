import tseslint from "typescript-eslint";

const layersWithoutNode = ["src/core/**/*.ts", "src/stats/**/*.ts", "src/costs/**/*.ts"];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "reports/", "notebooks/", "**/*.d.ts"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  { files: ["**/*.config.js", "**/*.config.ts"], rules: { "no-restricted-exports": "off" } },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/cli/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "use stream(seed, family) from core/random" },
        { object: "Date", property: "now", message: "the clock belongs to cli/" },
      ],
    },
  },
  {
    files: layersWithoutNode,
    rules: { "no-restricted-imports": ["error", { patterns: ["node:*"] }] },
  },
);
