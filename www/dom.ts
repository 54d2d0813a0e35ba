// Elements by DOM calls only: text reaches the page as text, and no style stands in the markup.

export type Child = Node | string | false | null | undefined;
type Value = string | number | boolean | null | undefined | ((event: never) => void);
export type Props = Record<string, Value>;

function fill(el: Element, props: Props | null | undefined, children: Child[]) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") el.addEventListener(name.slice(2), value as unknown as EventListener);
    else el.setAttribute(name, value === true ? "" : String(value));
  }
  el.append(...children.filter((child): child is Node | string => child !== false && child != null));
}

/** An element: attributes by name, listeners as `onclick`, children as nodes or text. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props?: Props | null, ...children: Child[]) {
  const el = document.createElement(tag);
  fill(el, props, children);
  return el;
}

/** The same for SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(tag: K, props?: Props | null, ...children: Child[]) {
  const el = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(el, props, children);
  return el;
}

/** Sets text only where it differs, so that a screen reader and a selection are left alone. */
export function setText(el: Node, text: string) {
  if (el.textContent !== text) el.textContent = text;
}

/** Replaces all children. */
export function put(el: Element, ...children: Child[]) {
  el.replaceChildren(...children.filter((child): child is Node | string => child !== false && child != null));
}

/** Shows or hides, and says whether it is shown. */
export function show(el: HTMLElement, shown: boolean) {
  if (el.hidden === shown) el.hidden = !shown;
  return shown;
}

let ids = 0;
/** An id that no other element has. */
export const newId = (prefix: string) => `${prefix}-${++ids}`;

/** A list whose items live on between updates, so that the focused one keeps its focus. */
export class Keyed<T> {
  private items = new Map<string, { el: HTMLElement; update: (item: T) => void }>();

  constructor(
    private parent: Element,
    private create: (item: T) => { el: HTMLElement; update: (item: T) => void },
  ) {}

  update(items: T[], key: (item: T) => string) {
    const wanted = new Set(items.map(key));
    for (const [id, { el }] of this.items) {
      if (!wanted.has(id)) {
        el.remove();
        this.items.delete(id);
      }
    }
    let place = this.parent.firstElementChild;
    for (const item of items) {
      const id = key(item);
      let entry = this.items.get(id);
      if (!entry) {
        entry = this.create(item);
        this.items.set(id, entry);
      }
      entry.update(item);
      if (entry.el === place) place = place.nextElementSibling;
      else this.parent.insertBefore(entry.el, place);
    }
  }
}

/** Calls when the browser has nothing else to do, and soon in any case unless that is said otherwise. */
export const whenIdle = (work: () => void, options: IdleRequestOptions = { timeout: 200 }) =>
  typeof requestIdleCallback === "function" ? requestIdleCallback(work, options) : setTimeout(work, 100);
