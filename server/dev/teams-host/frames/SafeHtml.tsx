import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useSettings } from '../control/settings.ts';

/** Nothing in a mail may load from elsewhere or run; pictures that came with it and its own styles may show. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const base =
  'body{margin:0;padding:16px;font-family:"Segoe UI","Segoe UI Web (West European)",-apple-system,"Noto Sans",sans-serif;font-size:14px;line-height:20px;color:#242424;background:#fff;overflow-wrap:anywhere}a{color:#4f52b2}img{max-width:100%}body>:first-child{margin-top:0}';

/**
 * Shows HTML somebody sent, as tall as it is: in a frame without scripts, without network, with links handed to `openLink`. It is on
 * white as written, or turned dark with the theme as Outlook does, with a button for the one and the other.
 */
export function SafeHtml(props: {
  readonly html: string;
  readonly title: string;
  /** Pictures that came with the message, by content id, as data addresses. */
  readonly pictures?: ReadonlyMap<string, string>;
  readonly openLink: (address: string) => unknown;
}): React.JSX.Element {
  const { html, title, pictures, openLink } = props;
  const { theme } = useSettings();
  const [onWhite, setOnWhite] = useState(false);
  const isDark = theme !== 'default' && !onWhite;
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(120);
  const latestOpen = useRef(openLink);
  useEffect(() => {
    latestOpen.current = openLink;
  });

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let watcher: ResizeObserver | undefined;
    const settle = (): void => {
      const inside = element.contentDocument;
      if (inside?.body == null) return;
      const measure = (): void => {
        setHeight(Math.ceil(inside.documentElement.getBoundingClientRect().height));
      };
      measure();
      watcher = new ResizeObserver(measure);
      watcher.observe(inside.documentElement);
      inside.addEventListener('click', (event) => {
        const link = linkAround(event.target as Node | null);
        if (link === null) return;
        event.preventDefault();
        latestOpen.current(link);
      });
    };
    element.addEventListener('load', settle);
    element.srcdoc = documentOf(html, pictures);
    return () => {
      element.removeEventListener('load', settle);
      watcher?.disconnect();
    };
  }, [html, pictures]);

  return (
    <>
      {theme !== 'default' && (
        <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setOnWhite(!onWhite);
            }}
          >
            {onWhite ? 'Show dark' : 'Show on white, as sent'}
          </Button>
        </div>
      )}
      <iframe
        ref={frame}
        title={title}
        // Same origin without scripts: this page can measure and catch clicks, the content can do nothing.
        sandbox="allow-same-origin"
        style={{
          ...paper,
          height,
          filter: isDark ? (theme === 'dark' ? darkened : 'invert(1) hue-rotate(180deg)') : 'none',
        }}
      />
    </>
  );
}

const paper = {
  width: '100%',
  border: 'none',
  display: 'block',
  colorScheme: 'light',
  backgroundColor: '#fff',
} as const;

/** White becomes the card's ground and colours keep their hue. */
const darkened = 'invert(0.84) hue-rotate(180deg)';

/** Nodes of another frame are of another realm, so `instanceof` does not know them. */
function linkAround(node: Node | null): string | null {
  const element = node?.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null);
  return element?.closest('a[href]')?.getAttribute('href') ?? null;
}

function documentOf(html: string, pictures: ReadonlyMap<string, string> | undefined): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const unwanted of parsed.querySelectorAll('script, iframe, object, embed, form, meta, base, link'))
    unwanted.remove();
  for (const image of parsed.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    const picture = source.startsWith('cid:')
      ? pictures?.get(source.slice(4))
      : source.startsWith('data:')
        ? source
        : undefined;
    if (picture !== undefined) image.setAttribute('src', picture);
    else {
      // Pictures from elsewhere would tell the sender who reads when.
      image.removeAttribute('src');
      image.removeAttribute('srcset');
    }
  }
  const head = parsed.createElement('meta');
  head.httpEquiv = 'Content-Security-Policy';
  head.content = policy;
  const style = parsed.createElement('style');
  style.textContent = base;
  parsed.head.prepend(head, style);
  return `<!doctype html>${parsed.documentElement.outerHTML}`;
}

/** Plain text as HTML that looks the same. */
export function htmlOfText(text: string): string {
  const element = document.createElement('pre');
  element.style.cssText = 'white-space:pre-wrap;font:inherit;margin:0';
  element.textContent = text;
  return element.outerHTML;
}
