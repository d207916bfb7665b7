/** Examples that end the help of each command. They run in a checkout, where `hearsay` is the installed command. */
export const helpExamples = {
  hearsay: `
Examples:
  hearsay story monday.txt tuesday.html      report what two accounts say together
  hearsay extract account.txt --format text  list who says what in one account

Exit codes: 0 done, 1 some input failed, 2 wrong usage.
"hearsay help COMMAND" says more about a command.`,
  story: `
Examples:
  hearsay story *.txt                        report on the terminal
  hearsay story *.html --out story.html      as a web page of its own
  hearsay story accounts.jsonl -f markdown   each line is an account
  hearsay story a.txt b.txt --published 2024-11-15`,
  read: `
Examples:
  hearsay read page.html                     the article without the page around it
  hearsay read *.txt | hearsay extract       the same as: hearsay extract *.txt`,
  parse: `
Examples:
  hearsay parse account.txt                  one line of JSON
  hearsay parse account.txt --format text    for people`,
  extract: `
Examples:
  hearsay extract account.txt --format text  for people
  hearsay extract articles.jsonl > readings.jsonl
  zcat articles.jsonl.gz | hearsay extract | head -n 3

A line of JSON lines is an article: {"id": "1", "text": "…"}, and, where they are known, "title", "outlet",
"url" and "published". One reading is written for each, in the order of the input, with its id.`,
  cluster: `
Examples:
  hearsay cluster articles.jsonl > stories.jsonl
  zcat articles.jsonl.gz | hearsay cluster --online
  hearsay cluster *.txt | jq -r '.story + " " + .id' | sort

One line is written for each article, in the order of the input: its id, the id of its story, and what puts it
there. With --online the line comes at once, from what came before; without, all articles are read first.`,
  align: `
Examples:
  hearsay extract *.txt | hearsay align > story.jsonl
  hearsay align readings.jsonl | hearsay story - --format html`,
  audit: `
Examples:
  hearsay audit draft.md                     for people
  hearsay audit *.md --format sarif > audit.sarif
  hearsay audit draft.md --against agency.txt other-paper.html
  hearsay audit --explain no-anonymity-reason

Exit codes: 0 no error found, 1 an error, too many warnings or an input that failed, 2 wrong usage or configuration.`,
  add: `
Examples:
  hearsay add *.html                         into hearsay.db in this folder
  zcat articles.jsonl.gz | hearsay add --store desk.db
  hearsay add *.txt --store postgres://desk@localhost/hearsay

A line is written for each article when it is safe in the store: whether it is new, a new version of one that is there,
or known, and which story it tells. To add the same again changes nothing.`,
};
