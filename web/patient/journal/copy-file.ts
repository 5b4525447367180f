// One file with everything in it, that opens in any browser, without us and without a network.

export interface Copied {
  readonly language: string;
  readonly title: string;
  readonly made: string;
  readonly missing: string | undefined;
  readonly entries: readonly {
    readonly heading: string;
    readonly parts: readonly { readonly label?: string; readonly text: string }[];
    readonly media: readonly { readonly mediaType: string; readonly file: string }[];
  }[];
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function plain(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

const look =
  'body{font:18px/1.6 Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#222;background:#fff}' +
  'h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.3}h2{font-size:1rem;border-top:1px solid #bbb;padding-top:1rem}' +
  'h3{font-size:.9rem;margin:1rem 0 0}p{white-space:pre-line;margin:.3rem 0 1rem}img,audio{max-width:100%;width:100%}';

export function copyFile({ language, title, made, missing, entries }: Copied): string {
  const articles = entries.map(({ heading, parts, media }) => {
    const texts = parts.map(
      ({ label, text }) => `${label === undefined ? '' : `<h3>${plain(label)}</h3>`}<p>${plain(text)}</p>`,
    );
    const shown = media.map(({ mediaType, file }) => {
      const address = `data:${plain(mediaType)};base64,${plain(file)}`;
      return mediaType.startsWith('audio/')
        ? `<audio controls src="${address}"></audio>`
        : `<img alt="" src="${address}">`;
    });
    return `<article><h2>${plain(heading)}</h2>${texts.join('')}${shown.join('')}</article>`;
  });
  const note = missing === undefined ? '' : `<p>${plain(missing)}</p>`;
  return `<!doctype html><html lang="${plain(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plain(title)}</title><style>${look}</style><h1>${plain(title)}</h1><p>${plain(made)}</p>${note}${articles.join('')}</html>`;
}
