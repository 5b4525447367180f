// What lets a phone put an app on its home screen: its manifest, its pictures and the colours of the bar above it. The name
// stands there for whoever looks over a shoulder, so it says nothing of a clinic or of what is treated.
import { readFileSync } from 'node:fs';
import type { HtmlTagDescriptor, Plugin } from 'vite';

const web = new URL('../web/', import.meta.url);
const name = 'Mooring';

const icons = [
  { file: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { file: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { file: 'maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const;
const applePicture = 'apple-touch-180.png';

/** The ground of a theme, as the screens themselves have it. */
function groundOf(theme: 'day' | 'night'): string {
  const tokens = readFileSync(new URL('kit/tokens.css', web), 'utf8');
  const [, ground] = new RegExp(`\\[data-theme='${theme}'\\][^}]*--page: (#[0-9a-f]{6})`).exec(tokens) ?? [];
  if (ground === undefined) throw new Error(`The ground of ${theme} is not in tokens.css`);
  return ground;
}

/** The manifest of the app that lives at this address, with the address of each picture. */
export function manifestFor(home: string, addressOf: (file: string) => string) {
  return {
    id: home,
    name,
    short_name: name,
    start_url: home,
    scope: home,
    display: 'standalone',
    theme_color: groundOf('day'),
    background_color: groundOf('day'),
    icons: icons.map(({ file, ...icon }) => ({ src: addressOf(file), type: 'image/png', ...icon })),
  };
}

/** Pictures and manifest become files of the build like any other, so the worker of the app keeps what its page names. */
export function forTheHomeScreen(home: string): Plugin {
  const addresses = new Map<string, string>();
  const addressOf = (file: string): string => addresses.get(file) ?? `/icons/${file}`;
  let manifest = '';
  return {
    name: 'for-the-home-screen',
    apply: 'build',
    generateBundle: {
      // Before the page is written, which names them.
      order: 'pre',
      handler() {
        const emit = (file: string, source: string | Uint8Array): string =>
          `/${this.getFileName(this.emitFile({ type: 'asset', name: file, source }))}`;
        for (const file of [...icons.map((icon) => icon.file), applePicture])
          addresses.set(file, emit(file, readFileSync(new URL(`icons/${file}`, web))));
        manifest = emit('app.webmanifest', JSON.stringify(manifestFor(home, addressOf)));
      },
    },
    transformIndexHtml: (): HtmlTagDescriptor[] => [
      head('link', { rel: 'manifest', href: manifest }),
      head('link', { rel: 'icon', sizes: '192x192', href: addressOf('icon-192.png') }),
      head('link', { rel: 'apple-touch-icon', href: addressOf(applePicture) }),
      head('meta', { name: 'apple-mobile-web-app-title', content: name }),
      ...(['day', 'night'] as const).map((theme) =>
        head('meta', {
          name: 'theme-color',
          media: `(prefers-color-scheme: ${theme === 'day' ? 'light' : 'dark'})`,
          content: groundOf(theme),
        }),
      ),
    ],
  };
}

function head(tag: string, attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag, attrs: { ...attrs }, injectTo: 'head' };
}
