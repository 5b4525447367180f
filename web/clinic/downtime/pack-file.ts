// The papers as one file that opens without us: what is on the screen, with its rules, and nothing to fetch.

/** Saves the papers shown as a file of this machine. */
export function savePack(name: string): void {
  const papers = document.getElementById('pack');
  if (papers === null) return;
  const file = new Blob([packFile(name, papers.outerHTML, paperRules())], { type: 'text/html' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.html`;
  link.click();
  URL.revokeObjectURL(address);
}

export function packFile(title: string, papers: string, rules: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>@page { margin: 12mm } body { margin: 0 auto; max-width: 210mm; background: #fff } * { box-sizing: border-box }
${rules}</style>
</head>
<body>
${papers}
</body>
</html>
`;
}

/** Only the rules of the papers; the rest of the house has no place in the file. */
function paperRules(): string {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map((rule) => rule.cssText)
    .filter((text) => text.includes('.pk-'))
    .join('\n');
}
