/** A study with one file of each kind, small enough to be checked a million times. */
export const studyYaml = `format: 1
study: { id: small, title: Small, synthetic: true, seed: 1, img_definition: any }
design: pre-post-linked
period: { from: 2026-04-01, to: 2026-12-31 }
trusts:
  - { code: A, label: Trust A, aliases: [St Elsewhere] }
  - { code: B, label: Trust B }
waves:
  - { id: arrival, label: Arrival, from: 2026-04-01, to: 2026-06-30 }
  - { id: month3, label: Month 3, from: 2026-07-01, to: 2026-09-30 }
sources:
  - { file: survey/a.csv, kind: survey, trust: A, wave: arrival }
  - { file: cohort.csv, kind: cohort }
scales:
  - { id: settling, label: Settling in, aim: settling-in }
comparisons:
  - { scale: settling, from: arrival, to: month3, primary: true }
costing: { price_year: 2026/27 }
disclosure: { profile: pilot }
report: { title: t, programme: p, ethics: e, funding: f }
`;

export const codebookCsv = `variable,label,question,headings,role,type,waves,scale,reverse,component,codes,labels,minimum,maximum,not_yet,dont_know,not_applicable,prefer_not,sensitivity,required
link_code,Code,Your code,Q1,link,code,arrival|month3,,no,,,,,,,,,,personal,no
start_date,Start,When did you start?,Q2,start,date,arrival|month3,,no,,,,,,,,,,personal,no
settle_1,Home,I feel at home,Q5_1,item,single,arrival|month3,settling,no,,1|2|3|4|5,Strongly disagree|Disagree|Neither|Agree|Strongly agree,,,,,,Prefer not to say|97,opinion,no
settle_2,Alone,I often feel alone,Q5_2,item,single,arrival|month3,settling,yes,,1|2|3|4|5,Strongly disagree|Disagree|Neither|Agree|Strongly agree,,,,,,,opinion,no
helpers,Helpers,Who helped? (tick all),Q9,choice,multiple,arrival|month3,,no,,1|2|3,"Buddy|Mentor, or tutor|HR",,,,,,Prefer not to say,service,no
days_login,Log-in,Days until your log-in worked,Q10,milestone,number,arrival|month3,,no,,,,0,180,Not yet,Don't know,N/A,,service,no
best,Best,What was best?,Q17,text,text,arrival|month3,,no,,,,,,,,,,personal,no
`;

export const surveyCsv = `link_code,start_date,settle_1,settle_2,helpers,days_login,best
AN14ON,13/04/2026,Agree,Disagree,Buddy;HR;,3,The team
BK02RD,20/04/2026,Strongly agree,2,"Mentor, or tutor;",Not yet,
CL30ST,27/05/2026,3,Prefer not to say,,12,"Induction, and ""a buddy"""
`;

export const cohortCsv =
  "trust,eligible,invited,recruited,inducted,completed,intakes\nA,12,12,12,11,10,1\nB,9,9,9,9,9,1\n";
