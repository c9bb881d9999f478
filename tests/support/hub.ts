import { createHmac, randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { serve } from "./feed-server.ts";

/** A hub on the loopback interface, as https://www.w3.org/TR/websub/ has it. */
export interface Hub {
  readonly url: string;
  /** The topics that it was told of since it was asked last, in their order. */
  readonly told: () => readonly string[];
  /** Resolves when everything that it was told has been delivered. */
  readonly settled: () => Promise<void>;
}

interface Subscription {
  readonly callback: string;
  readonly topic: string;
  readonly secret: string;
}

/** Starts a hub that ends with the test. */
export async function startHub(): Promise<Hub> {
  const subscriptions = new Map<string, Subscription>();
  let told: string[] = [];
  let work: Promise<unknown> = Promise.resolve();
  const then = (next: () => Promise<unknown>) => {
    work = work.then(next);
  };
  const url = `${await serve(
    respondWith(async (request) => {
      const form = new URLSearchParams(await readBody(request));
      const mode = form.get("hub.mode");
      if (request.method !== "POST") return [405, "Expected POST"];
      if (!request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
        return [415, "Expected a form"];
      }
      if (mode === "publish") {
        const topic = form.get("hub.url") ?? "";
        if (!URL.canParse(topic)) return [400, "Expected hub.url"];
        told.push(topic);
        then(async () => await distribute(topic, url, subscriptions));
        return [204, ""];
      }
      const asked = toSubscription(form);
      if (mode !== "subscribe" || !asked) return [400, "Expected hub.mode, callback and topic"];
      // §5.2: the answer does not wait for the verification.
      then(async () => {
        if (await isIntended(asked)) subscriptions.set(`${asked.callback} ${asked.topic}`, asked);
      });
      return [202, ""];
    }),
  )}/hub`;
  return {
    url,
    told: () => {
      const topics = told;
      told = [];
      return topics;
    },
    settled: async () => void (await work),
  };
}

function toSubscription(form: URLSearchParams): Subscription | undefined {
  const [callback, topic] = [form.get("hub.callback") ?? "", form.get("hub.topic") ?? ""];
  if (!URL.canParse(callback) || !URL.canParse(topic)) return undefined;
  return { callback, topic, secret: form.get("hub.secret") ?? "" };
}

// §5.3: whoever is named has to say that they asked, by sending the challenge back.
async function isIntended({ callback, topic }: Subscription): Promise<boolean> {
  const challenge = randomUUID();
  const url = new URL(callback);
  url.searchParams.append("hub.mode", "subscribe");
  url.searchParams.append("hub.topic", topic);
  url.searchParams.append("hub.challenge", challenge);
  url.searchParams.append("hub.lease_seconds", "864000");
  const response = await fetch(url);
  return response.ok && (await response.text()) === challenge;
}

// §7: the topic as it is now, with its type, its links and, where there is a secret, a signature.
async function distribute(
  topic: string,
  hub: string,
  subscriptions: ReadonlyMap<string, Subscription>,
): Promise<void> {
  const interested = [...subscriptions.values()].filter((one) => one.topic === topic);
  if (interested.length === 0) return;
  const response = await fetch(topic);
  const body = Buffer.from(await response.arrayBuffer());
  for (const { callback, secret } of interested) {
    const headers = {
      "Content-Type": response.headers.get("content-type") ?? "",
      Link: `<${hub}>; rel="hub", <${topic}>; rel="self"`,
      ...(secret && { "X-Hub-Signature": `sha256=${sign(body, secret)}` }),
    };
    await fetch(callback, { method: "POST", headers, body });
  }
}

/** The signature of a delivery (§7.1). */
export function sign(body: Uint8Array, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}

/** What a request is answered with: a status and a text, and headers where it needs some. */
export type Reply = readonly [
  status: number,
  text: string,
  headers?: Readonly<Record<string, string>>,
];

/** Makes a listener of a function from request to answer. */
export function respondWith(answer: (request: IncomingMessage) => Promise<Reply>): RequestListener {
  return (request, response) => {
    answer(request).then(
      ([status, text, headers]) => response.writeHead(status, headers).end(text),
      (error) => response.writeHead(500).end(String(error)),
    );
  };
}

/** Reads the whole of a request. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
