import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { addFiles, type Files, makeFolder } from "./temporary-folder.ts";

/** A web server of Debian's, and the config by which it serves a folder with a file of ours. */
export interface WebServer {
  readonly command: string;
  readonly debianPackage: string;
  /** @param root the folder with everything; the site is in `site` below it */
  readonly config: (root: string, port: number) => string;
  readonly args: (config: string) => readonly string[];
}

/** The servers, by the names of `hosting`. */
export const webServers = {
  nginx: {
    command: "/usr/sbin/nginx",
    debianPackage: "nginx-light",
    config: (root, port) => `
      ${process.getuid?.() === 0 ? "user root;" : ""}
      daemon off; pid ${root}/pid; error_log stderr;
      events { }
      http {
        access_log off;
        client_body_temp_path ${root}/a; proxy_temp_path ${root}/b; fastcgi_temp_path ${root}/c;
        uwsgi_temp_path ${root}/d; scgi_temp_path ${root}/e;
        types { text/xml xml; application/json json; }
        server { listen 127.0.0.1:${port}; root ${root}/site; include ${root}/site/feeds.nginx.conf; }
      }`,
    args: (config) => ["-c", config],
  },
  apache: {
    command: "/usr/sbin/apache2",
    debianPackage: "apache2",
    config: (root, port) => `
      ${["mpm_event", "authz_core", "mime", "headers", "filter", "deflate"]
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
        .join("\n")}
      ServerRoot ${root}
      ServerName localhost
      PidFile ${root}/pid
      ErrorLog ${root}/error.log
      Listen 127.0.0.1:${port}
      ${process.getuid?.() === 0 ? "User www-data\nGroup www-data" : ""}
      TypesConfig /etc/mime.types
      DocumentRoot ${root}/site
      <Directory ${root}/site>
        AllowOverride FileInfo
        Require all granted
      </Directory>`,
    args: (config) => ["-X", "-f", config],
  },
  caddy: {
    command: "/usr/bin/caddy",
    debianPackage: "caddy",
    config: (root, port) => `{
        admin off
        auto_https off
        storage file_system ${root}/storage
      }
      http://127.0.0.1:${port} {
        import ${root}/site/feeds.caddy
        root * ${root}/site
        file_server
      }`,
    args: (config) => ["run", "--config", config, "--adapter", "caddyfile"],
  },
} as const satisfies Readonly<Record<string, WebServer>>;

/** Whether a server is there; where it is not, a test of it says so and is skipped. */
export function isInstalled({ command }: WebServer): boolean {
  return existsSync(command);
}

/** Serves files until the test ends; returns the address. */
export async function serveFiles(server: WebServer, files: Files): Promise<string> {
  const port = await freePort();
  const root = await makeFolder();
  const site = Object.entries(files).map(([path, text]) => [`site/${path}`, text]);
  await addFiles(root, { ...Object.fromEntries(site), "server.conf": server.config(root, port) });
  // The server reads as another user.
  await chmod(root, 0o755);
  const child = spawn(server.command, server.args(join(root, "server.conf")), { stdio: "pipe" });
  onTestFinished(() => stop(child));
  await untilServing(`http://127.0.0.1:${port}/`, child);
  return `http://127.0.0.1:${port}/`;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

async function untilServing(address: string, child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) break;
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Expected a server at ${address}: ${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address !== null && typeof address === "object") return address.port;
  throw new TypeError("Expected a port");
}
