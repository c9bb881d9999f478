import type { ServerResponse } from "node:http";

/** The open pages that are loaded again when something has changed. */
export interface LiveReload {
  /** Takes a page on: its connection stays open. False where there are too many. */
  readonly join: (response: ServerResponse) => boolean;
  /** Has every page load itself again. */
  readonly reload: () => void;
  readonly close: () => void;
}

/** Where pages wait for news (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export const eventsPath = "/.feedwright/events";

/** Where the script is that does so: a file of its own, so that a strict page allows it too. */
export const scriptPath = "/.feedwright/reload.js";

/** The script: loads the page again when told to, or when the server is back. */
export const reloadScript = `const events = new EventSource("${eventsPath}");
let wasLost = false;
events.addEventListener("reload", () => location.reload());
events.addEventListener("error", () => { wasLost = true; });
events.addEventListener("open", () => { if (wasLost) location.reload(); });
`;

/** Makes the list of open pages. */
export function createLiveReload(): LiveReload {
  const pages = new Set<ServerResponse>();
  return {
    join: (response) => {
      if (pages.size >= mostPages) return false;
      pages.add(response);
      response.on("close", () => pages.delete(response));
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write("retry: 500\n\n");
      return true;
    },
    reload: () => {
      for (const page of pages) page.write("event: reload\ndata:\n\n");
    },
    close: () => {
      for (const page of pages) page.end();
    },
  };
}

const mostPages = 100;

/** A page with the script: before the end of its body, or at its own end. */
export function addReloadScript(html: string): string {
  const tag = `<script type="module" src="${scriptPath}"></script>`;
  const end = [...html.matchAll(/<\/body/gi)].at(-1)?.index ?? html.length;
  return html.slice(0, end) + tag + html.slice(end);
}
