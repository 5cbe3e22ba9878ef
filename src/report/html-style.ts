/** The look of the HTML report: NHS blue, plain sans serif, one column of text beside its contents. No logo, no font file. */
export const htmlStyle = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-bottom:4rem}
body{margin:0;background:#fff;color:#212b32;font:1rem/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;overflow-wrap:break-word}
a{color:#005eb8;text-underline-offset:.15em}
a:hover{color:#003087;text-decoration-thickness:2px}
a:focus-visible,summary:focus-visible{background:#ffeb3b;color:#212b32;outline:3px solid transparent;box-shadow:0 3px #212b32;text-decoration:none}
.scroll:focus-visible,.chart:focus-visible{outline:3px solid #212b32;box-shadow:0 0 0 6px #ffeb3b}
main:focus{outline:0}
.skip{position:absolute;left:-999em;top:0;padding:.5rem 1rem;z-index:2}
.skip:focus{left:0}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.masthead{background:#005eb8;color:#fff}
.inner,.page,.foot p{max-width:78rem;margin:0 auto;padding-left:1rem;padding-right:1rem}
.inner{padding-top:1.75rem;padding-bottom:1.75rem}
h1,h2,h3{line-height:1.2;font-weight:700;text-wrap:balance}
h1{font-size:1.75rem;margin:0;max-width:24em}
.subtitle{font-size:1.125rem;margin:.5rem 0 0;max-width:44em}
.people{margin:1.25rem 0 0;font-size:.9375rem;display:grid;gap:.25rem}
.people dt{font-weight:700}
.people dd{margin:0;max-width:50em}
.banner{margin:0;padding:.5rem 1rem;max-width:none;background:#ffeb3b;color:#212b32;font-weight:700;text-align:center}
.strip{position:fixed;bottom:0;left:0;right:0;z-index:1;margin:0;padding:.1875rem 1rem;max-width:none;background:#ffeb3b;color:#212b32;border-top:1px solid #212b32;font-size:.8125rem;line-height:1.3;font-weight:700;text-align:center;text-wrap:balance}
.synthetic .foot{padding-bottom:2.5rem}
.page{padding-top:1.25rem}
.contents{font-size:.9375rem}
.contents ol{margin:0;padding:0;list-style:none}
.contents li{margin:0;padding:.375rem 0}
.contents li a{display:inline-block;min-height:24px}
.contents-title{margin:0 0 .25rem;font-weight:700}
.wide{display:none}
.narrow{border:1px solid #aeb7bd;border-radius:4px;padding:.25rem .75rem}
summary{cursor:pointer;padding:.5rem 0;color:#005eb8;font-weight:700}
summary:hover{color:#003087;text-decoration:underline}
section{padding:1rem 0 .5rem}
h2{font-size:1.5rem;color:#005eb8;margin:1rem 0;padding-bottom:.375rem;border-bottom:4px solid #005eb8}
h3{font-size:1.25rem;margin:2rem 0 .75rem}
p,ul{margin:0 0 1rem;max-width:44rem}
ul{padding-left:1.25rem}
li{margin-bottom:.375rem}
.callout{margin:1.5rem 0;padding:1rem 1.25rem;max-width:46rem;border-left:8px solid #005eb8;background:#f0f4f5}
.callout>:last-child{margin-bottom:0}
.callout-heading{margin-bottom:.375rem;font-size:1.0625rem}
.tag{display:inline-block;margin-right:.375rem;padding:.0625rem .5rem;background:#005eb8;color:#fff;font-size:.875rem;font-weight:700}
.caution{border-color:#ffb81c;background:#fff9c4}
.caution .tag{background:#212b32}
.table,figure{margin:2rem 0}
.scroll{overflow-x:auto;container-type:inline-size}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:0 0 .5rem}
caption div{position:sticky;left:0;max-width:calc(100vw - 2rem);max-width:min(100%,100cqi)}
.label{color:#005eb8}
caption div>span:first-child,.caption{font-weight:700;font-size:1.0625rem}
.description{display:block;color:#425563;font-size:.9375rem;max-width:46rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid #d8dde0}
th:last-child,td:last-child{padding-right:.25rem}
thead th{vertical-align:bottom;border-bottom:2px solid #212b32;min-width:4.5em}
tbody th{font-weight:400;min-width:8em;max-width:26em}
th:first-child{position:sticky;left:0;background:#fff}
.number{text-align:right}
td.number,td.short{white-space:nowrap}
td.words{min-width:12em}
tbody tr:hover>*{background:#f0f4f5}
.notes{margin:.5rem 0 0;padding:0;list-style:none;font-size:.875rem;color:#425563}
.notes li{margin-bottom:.125rem}
figcaption{margin-bottom:.75rem}
.caption{display:block}
.chart{overflow-x:auto}
.swipe{margin:.25rem 0 0;font-size:.875rem;color:#425563}
caption .swipe{display:block}
@media (min-width:36rem){.swipe:not(.far),caption .swipe:not(.far){display:none}}
@media (min-width:64rem){.swipe.far,caption .swipe.far{display:none}}
@media (max-width:36rem){tbody th{min-width:7em;max-width:9.5em}th:first-child{padding-right:.5rem;box-shadow:1px 0 #d8dde0}}
@media (max-width:36rem){.tag{display:table;margin-bottom:.375rem}}
.chart svg{display:block;min-width:min(30rem,var(--natural))}
figure .numbers{margin-top:.5rem}
figure .numbers .table{margin:.5rem 0}
.long{margin:1.5rem 0;padding:.25rem .75rem;border:1px solid #aeb7bd;border-radius:4px}
.long .table{margin:.75rem 0}
.back{font-size:.9375rem}
.back a{display:inline-block;min-height:24px}
.foot{margin-top:2rem;background:#d8dde0;border-top:4px solid #005eb8}
.foot p{padding-top:1.25rem;padding-bottom:2rem;font-size:.9375rem}
@media (max-width:63.99rem){.scroll{background:linear-gradient(90deg,#fff 40%,#fff0) 0 0/2rem 100% local,linear-gradient(270deg,#fff 40%,#fff0) 100% 0/2rem 100% local,linear-gradient(90deg,#212b3240,#fff0) 0 0/.75rem 100% scroll,linear-gradient(270deg,#212b3240,#fff0) 100% 0/.75rem 100% scroll #fff;background-repeat:no-repeat}}
@media (min-width:64rem){
body{font-size:1.0625rem}
.inner,.page,.foot p{padding-left:2rem;padding-right:2rem}
.inner{padding-top:2.5rem;padding-bottom:2.5rem}
h1{font-size:2.375rem}
.subtitle{font-size:1.25rem}
.people div{display:grid;grid-template-columns:9em 1fr}
.page{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:3.5rem;padding-top:2rem}
.wide{display:block}
.narrow{display:none}
.contents{padding-top:1.25rem}
h2{font-size:1.875rem}
h3{font-size:1.375rem}
section{padding-top:0;padding-bottom:1.5rem}
.brief .page{display:block}
}
.brief .inner,.brief .page,.brief .foot p{max-width:54rem}
.brief section{padding:0 0 .5rem}
.brief h2{font-size:1.25rem;margin:.75rem 0;border-bottom-width:2px}
@media print{
@page{size:A4;margin:16mm}
html{font-size:13.5px}
body{font-size:1rem}
.skip,.contents,.back,.swipe,figure .numbers:not([open]){display:none}
.long:not([open]) summary::after{content:" in tables.xlsx"}
.page{display:block;padding:0}
.masthead{background:none;color:#212b32;border-bottom:4pt solid #005eb8}
.inner,.foot p{padding-left:0;padding-right:0}
.banner,.strip{border:1pt solid #212b32;print-color-adjust:exact;-webkit-print-color-adjust:exact}
h2,h3,caption,figcaption,.callout-heading{break-after:avoid}
tr,.callout,.chart,figcaption,.table{break-inside:avoid}
.long .table{break-inside:auto}
thead{display:table-header-group}
.scroll,.chart{overflow:visible;background:none}
th:first-child{position:static}
.chart svg{min-width:0;max-width:100%}
table{font-size:.9375rem}
th,td{padding:.25rem .5rem .25rem 0}
td.number,td.short{white-space:normal}
td.words{min-width:0}
a{color:inherit}
p,li{orphans:3;widows:3}
.foot{background:none}
.strip{padding:1mm;font-size:8.5pt}
.synthetic .page{display:table;width:100%}
.synthetic .page::after{content:"\\a0";display:table-footer-group;break-inside:avoid;line-height:10mm}
}
`.replace(/\s*\n\s*/g, "");
