/**
 * What the runner of GitHub Actions reads from a file of outputs.
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs
 *
 * @throws for a file that the runner does not take.
 */
export function readActionOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n").values();
  for (const line of lines) {
    if (line === "") continue;
    const {
      name,
      sign,
      rest = "",
    } = /^(?<name>.+?)(?<sign>=|<<)(?<rest>.*)$/s.exec(line)?.groups ?? {};
    if (name === undefined) throw new Error(`Expected an output, not ${line}`);
    outputs[name] = sign === "=" ? rest : takeLines(lines, rest).join("\n");
  }
  return outputs;
}

function takeLines(lines: Iterator<string>, end: string): readonly string[] {
  const taken: string[] = [];
  for (let next = lines.next(); !next.done; next = lines.next()) {
    if (next.value === end) return taken;
    taken.push(next.value);
  }
  throw new Error(`Expected the line ${end}`);
}
