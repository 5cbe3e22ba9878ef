import { colours } from "../../charts/theme.js";
import { htmlStyle } from "../../report/html-style.js";

/** What a page with a form and a live answer needs beside the look of the report. */
const formStyle = `
.banner{font-size:.9375rem}
.page,.inner,.foot p{max-width:92rem}
.ask h2:first-child,.told h2:first-child{margin-top:0}
.ask h2{font-size:1.375rem}
.field{margin:0 0 1.5rem;border:0;padding:0;min-width:0}
.field>label,.field>legend,.item>legend,.group>legend{display:block;font-weight:700;padding:0;margin-bottom:.25rem}
.hint{margin:0 0 .375rem;font-size:.9375rem;line-height:1.4;color:#425563}
.source{display:block;font-size:.8125rem;overflow-wrap:anywhere}
.error{margin:0 0 .375rem;font-weight:700;color:#b3001b}
.wrong{border-left:4px solid #b3001b;padding-left:.75rem}
input[type=text],input[type=date],select,textarea{font:inherit;color:inherit;background:#fff;border:2px solid #4c6272;border-radius:0;padding:.375rem .5rem;min-height:2.75rem}
input[type=text]{width:8rem;font-variant-numeric:tabular-nums}
select{max-width:100%;text-overflow:ellipsis}
textarea{display:block;width:100%;margin-top:.25rem;font-size:.9375rem;line-height:1.45}
input[aria-invalid],select[aria-invalid]{border-color:#b3001b;border-width:3px}
input:focus-visible,select:focus-visible,textarea:focus-visible{outline:4px solid #ffeb3b;border-color:#212b32;box-shadow:inset 0 0 0 2px #212b32}
.typed{display:flex;align-items:center;gap:.5rem;flex-wrap:wrap}
.unit{color:#425563}
.slider{display:none;width:100%;max-width:24rem;height:1.75rem;margin:.25rem 0 0;accent-color:#005eb8;cursor:pointer}
.live .slider{display:block}
.slider:focus-visible{outline:3px solid #212b32;box-shadow:0 0 0 6px #ffeb3b}
.option{display:grid;grid-template-columns:1.5rem 1fr;column-gap:.625rem;align-items:start;padding:.25rem 0}
.option input{width:1.5rem;height:1.5rem;margin:0;accent-color:#005eb8;cursor:pointer}
.option input:focus-visible,fieldset:focus-visible,.problems:focus-visible,#answer:focus-visible{outline:3px solid #212b32;box-shadow:0 0 0 6px #ffeb3b}
fieldset:focus:not(:focus-visible),#answer:focus:not(:focus-visible){outline:0}
.option label{cursor:pointer;line-height:1.5rem}
.option .hint{grid-column:2;margin:0}
.parts{margin:0 0 1rem;padding:.25rem .75rem;border:1px solid #aeb7bd;border-radius:4px}
.parts[open]{padding-bottom:1rem}
.parts>summary{margin-bottom:.25rem}
.parts>summary span{font-weight:400;color:#425563}
.group{border:0;padding:0;margin:0 0 1.25rem;min-width:0}
.group h3,.items h3{font-size:1.0625rem;margin:1.25rem 0 .5rem}
.items{padding:0}
.item{border:0;border-top:1px solid #d8dde0;padding:.75rem 0 .25rem;margin:0;min-width:0}
.item>legend{float:left;width:100%;margin-top:.25rem}
.item>legend+*{clear:both}
.levels{display:flex;flex-wrap:wrap;gap:.5rem .75rem;margin-top:.5rem}
.levels .field{margin:0 0 .5rem}
.levels .field>label{font-weight:400;font-size:.9375rem}
.levels input[type=text]{width:6rem}
.levels select{width:100%}
.have .field{display:flex;flex-wrap:wrap;column-gap:1.25rem;margin-bottom:.75rem}
.have .field>legend{font-weight:400;float:left;width:100%}
.have .option{column-gap:.375rem}
button,.button{font:inherit;font-weight:700;color:#fff;background:#005eb8;border:2px solid #005eb8;border-radius:4px;padding:.4375rem .875rem;min-height:2.75rem;cursor:pointer}
button:hover{background:#003087;border-color:#003087}
button:focus-visible{background:#ffeb3b;color:#212b32;border-color:#212b32;outline:3px solid transparent;box-shadow:0 3px #212b32}
textarea+.buttons{margin-top:.75rem}
input[type=file]{font:inherit;max-width:100%}
input[type=file]:focus-visible{outline:3px solid #212b32;box-shadow:0 0 0 6px #ffeb3b}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;max-width:none}
.ask button{background:#fff;color:#005eb8}
.ask button:hover{background:#003087;color:#fff}
.ask button:focus-visible{background:#ffeb3b;color:#212b32}
.headline{display:grid;gap:1px;margin:0 0 1.25rem;background:#d8dde0;border:1px solid #d8dde0;border-left:8px solid #005eb8;font-variant-numeric:tabular-nums}
.headline>div{background:#f0f4f5;padding:.75rem 1rem}
.headline dt{font-weight:700}
.headline dd{margin:0}
.big{display:block;font-size:1.875rem;line-height:1.2;font-weight:700}
.range{display:block;font-size:.9375rem;color:#425563}
.told h3{margin-top:2.25rem}
.told .table{margin:1rem 0}
.told section>p,.told #answers>p{max-width:46rem}
tbody tr.sum>*{font-weight:700;border-top:2px solid #212b32}
tfoot>tr>*{font-weight:700;border-top:2px solid #212b32}
td.central{font-weight:700}
tbody tr.group>th{font-weight:700;padding-top:1rem;border-bottom-color:#aeb7bd;max-width:none}
.chosen>th:first-child,.chosen>td{background:#edf4fb}
.mark{display:inline-block;margin-left:.25rem;padding:0 .375rem;background:#005eb8;color:#fff;font-size:.8125rem;font-weight:700;white-space:nowrap}
td.bar{width:22%;min-width:7rem;vertical-align:middle;padding-right:.25rem}
td.bar svg{display:block;width:100%;height:14px}
td.span{color:#425563}
.chart svg{width:100%;height:auto;min-width:0}
.axis{font-size:13px;fill:#212b32}
.own{font-size:14px;font-weight:700;fill:${colours.darkPink};paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.problems{margin:0 0 1.5rem;padding:1rem 1.25rem;border:4px solid #b3001b}
.problems h3{margin:0 0 .5rem}
.problems a{color:#b3001b;font-weight:700}
.problems>:last-child{margin-bottom:0}
.unanswered .needs-answer{display:none}
#take-away label{font-weight:700}
.return{display:grid;gap:0 1.5rem;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));align-items:end}
.now{display:none}
[hidden]{display:none!important}
@media (max-width:35.99rem){td.bar{display:none}}
@media (min-width:36rem){.headline{grid-template-columns:repeat(3,1fr)}}
@media (max-width:63.99rem){
.live .now{display:block;position:fixed;bottom:0;left:0;right:0;z-index:1;margin:0;max-width:none;background:#212b32;text-align:center;font-weight:700}
.now a{display:block;padding:.5rem 1rem;color:#fff;text-decoration:none;font-variant-numeric:tabular-nums}
.now a:focus-visible{background:#ffeb3b;color:#212b32;box-shadow:inset 0 -4px #212b32}
.foot{padding-bottom:2.5rem}
.told{margin-top:2rem}
}
@media (min-width:64rem){
.page{grid-template-columns:minmax(20rem,25rem) minmax(0,1fr)}
.told h3{font-size:1.25rem}
.big{font-size:2.125rem}
}
@media (min-width:64rem) and (min-height:40rem) and (scripting:enabled){
.headline{position:sticky;top:0;z-index:2}
.ask{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:.25rem 1rem 2rem .5rem;margin-left:-.5rem}
}
@media (prefers-reduced-motion:reduce){*{scroll-behavior:auto!important;transition:none!important;animation:none!important}}
@media print{
html{font-size:11px}
.ask,#take-away,.live .now,details.long,#prices-heading{display:none}
.headline{position:static;grid-template-columns:repeat(3,1fr);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.masthead{padding:0}.inner{padding:0 0 .75rem}
.told h3{margin-top:1.25rem;font-size:1.125rem}
.told .table,figure{margin:.375rem 0}
.told th,.told td{padding-top:.125rem;padding-bottom:.125rem}
.told ul{columns:2;column-gap:2rem;max-width:none}
.told li{break-inside:avoid}
.told section>p,.told #answers>p{max-width:none}
.chart svg{max-height:58mm}
h2{font-size:1.25rem}
td.number{white-space:nowrap}
tr,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.foot{margin-top:.5rem}.foot p{padding:.5rem 0}
}
`;

/** The look of the page: that of the report, with what a form needs. */
export const pageStyle = htmlStyle + formStyle.replace(/\s*\n\s*/g, "");
