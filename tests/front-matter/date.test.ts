import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { readDate } from "../../src/front-matter/date.ts";
import { assert, date, integer, property } from "../support/fast-check.ts";

function read(text: string, timezone = "UTC"): string | undefined {
  return readDate(text, timezone)?.toISOString();
}

describe("readDate", () => {
  test.each([
    // ISO 8601 and RFC 3339.
    ["2024-07-31T09:45:47Z", "2024-07-31T09:45:47.000Z"],
    ["2024-07-31t09:45:47z", "2024-07-31T09:45:47.000Z"],
    ["2024-07-31T09:45:47.5Z", "2024-07-31T09:45:47.500Z"],
    ["2024-07-31T09:45:47,123456789Z", "2024-07-31T09:45:47.123Z"],
    ["2024-07-31T09:45:47-04:00", "2024-07-31T13:45:47.000Z"],
    ["2014-09-30T09:45:47-0400", "2014-09-30T13:45:47.000Z"],
    ["2024-07-31T09:45:47+09", "2024-07-31T00:45:47.000Z"],
    ["2024-07-31T09:45+05:45", "2024-07-31T04:00:00.000Z"],
    ["2024-07-31T00:00:00+23:59", "2024-07-30T00:01:00.000Z"],
    ["2024-07-31T00:00:00-00:00", "2024-07-31T00:00:00.000Z"],
    ["2024-07-31T09:45:47", "2024-07-31T09:45:47.000Z"],
    ["2024-07-31", "2024-07-31T00:00:00.000Z"],
    ["20240731", "2024-07-31T00:00:00.000Z"],
    ["20240731T0945Z", "2024-07-31T09:45:00.000Z"],
    ["20240731T094547-0400", "2024-07-31T13:45:47.000Z"],
    // Its relatives.
    ["2013-09-14 20:46:50 -0400", "2013-09-15T00:46:50.000Z"],
    ["2013-09-14 20:46:50-04:00", "2013-09-15T00:46:50.000Z"],
    ["2019-01-11 22:13", "2019-01-11T22:13:00.000Z"],
    ["2019-01-11 9:05:07", "2019-01-11T09:05:07.000Z"],
    ["2019-01-11 22:13:00 UTC", "2019-01-11T22:13:00.000Z"],
    ["2016-1-29", "2016-01-29T00:00:00.000Z"],
    ["2016-01-9", "2016-01-09T00:00:00.000Z"],
    ["2020/12/21", "2020-12-21T00:00:00.000Z"],
    ["2020/2/1 1:05", "2020-02-01T01:05:00.000Z"],
    ["  2020-12-21\n", "2020-12-21T00:00:00.000Z"],
    // RFC 2822.
    ["Wed, 31 Jul 2024 09:45:47 -0400", "2024-07-31T13:45:47.000Z"],
    ["Wed, 31 Jul 2024 09:45:47 GMT", "2024-07-31T09:45:47.000Z"],
    ["wed, 31 jul 2024 09:45:47 ut", "2024-07-31T09:45:47.000Z"],
    ["Wed, 31 Jul 2024 09:45 EST", "2024-07-31T14:45:00.000Z"],
    ["31 Jul 2024 09:45 EDT", "2024-07-31T13:45:00.000Z"],
    ["31 Jul 2024 09:45 CST", "2024-07-31T15:45:00.000Z"],
    ["31 Jul 2024 09:45 CDT", "2024-07-31T14:45:00.000Z"],
    ["31 Jul 2024 09:45 MST", "2024-07-31T16:45:00.000Z"],
    ["31 Jul 2024 09:45 MDT", "2024-07-31T15:45:00.000Z"],
    ["31 Jul 2024 09:45 PST", "2024-07-31T17:45:00.000Z"],
    ["31 Jul 2024 09:45 PDT", "2024-07-31T16:45:00.000Z"],
    ["Wed, 31 Jul 2024 09:45:47 +0000 (Coordinated Universal Time)", "2024-07-31T09:45:47.000Z"],
    ["Wed, 31 Jul 2024 09:45:47 +0000(UTC)", "2024-07-31T09:45:47.000Z"],
    ["Wed,  31\n Jul  2024 09:45:47 +0200", "2024-07-31T07:45:47.000Z"],
    ["1 Feb 24 00:00 GMT", "2024-02-01T00:00:00.000Z"],
    ["1 Feb 49 00:00 GMT", "2049-02-01T00:00:00.000Z"],
    ["1 Feb 50 00:00 GMT", "1950-02-01T00:00:00.000Z"],
    // As people write.
    ["31 July 2024", "2024-07-31T00:00:00.000Z"],
    ["July 31, 2024", "2024-07-31T00:00:00.000Z"],
    ["Jul 31st, 2024 09:45", "2024-07-31T09:45:00.000Z"],
    ["Wednesday, Sept. 4 2024, 09:45:47 Z", "2024-09-04T09:45:47.000Z"],
    // Epoch.
    ["1722419147", "2024-07-31T09:45:47.000Z"],
    ["1722419147123", "2024-07-31T09:45:47.123Z"],
    ["100000000", "1973-03-03T09:46:40.000Z"],
    ["9999999999", "2286-11-20T17:46:39.000Z"],
    ["100000000000", "1973-03-03T09:46:40.000Z"],
    ["9999999999999", "2286-11-20T17:46:39.999Z"],
    // The ends of the calendar.
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["0000-01-01", "0000-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
    ["2000-02-29", "2000-02-29T00:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ])("reads %j", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  test.each([
    { when: "30 February", text: "2024-02-30" },
    { when: "29 February of a common year", text: "2023-02-29" },
    { when: "29 February 1900", text: "1900-02-29" },
    { when: "31 April", text: "2024-04-31T10:00:00Z" },
    { when: "30 February in words", text: "30 Feb 2024" },
    { when: "a 13th month", text: "2024-13-01" },
    { when: "no month", text: "2024-00-10" },
    { when: "no day", text: "2024-01-00" },
    { when: "a month of three digits", text: "2024-007-31" },
    { when: "a day of three digits", text: "2024-07-031" },
    { when: "a day of three digits before the month", text: "031 Jul 2024" },
    { when: "a day of three digits behind the month", text: "Jul 031 2024" },
    { when: "an hour of three digits", text: "2024-07-31 010:00" },
    { when: "a 32nd day", text: "20240132" },
    { when: "24:00", text: "2024-01-01T24:00:00Z" },
    { when: "24:00 without seconds", text: "2024-01-01 24:00" },
    { when: "a 60th minute", text: "2024-01-01 10:60" },
    { when: "a 61st second", text: "2024-01-01 10:00:60" },
    { when: "an offset of a day", text: "2024-01-01T10:00:00+24:00" },
    { when: "an offset with 60 minutes", text: "2024-01-01T10:00:00+01:60" },
    { when: "an offset of one digit", text: "2024-01-01T10:00:00+9" },
    { when: "a zone that is no name of RFC 2822", text: "2024-01-01 10:00 CEST" },
    { when: "an IANA name for a zone", text: "2024-01-01 10:00 Asia/Seoul" },
    { when: "a zone without a time", text: "2024-01-01 +09:00" },
    { when: "a time alone", text: "10:00:00" },
    { when: "a month alone", text: "2024-07" },
    { when: "a year alone", text: "2024" },
    { when: "two kinds of dashes", text: "2024-07/31" },
    { when: "the day first", text: "31/07/2024" },
    { when: "the corpus's impossible date", text: "2023-01-29 18:30:22 2023 -0800" },
    { when: "an hour with a meridiem", text: "2024-07-31 09:45 PM" },
    { when: "a word", text: "yesterday" },
    { when: "a month that is none", text: "1 Foo 2024" },
    { when: "nothing", text: "" },
    { when: "a negative epoch", text: "-1722419147" },
    { when: "an epoch with a fraction", text: "1722419147.5" },
    { when: "an epoch of 11 digits", text: "17224191471" },
    { when: "a clock's time without marks", text: "20240731094547" },
    { when: "digits of another script", text: "２０２４-07-31" },
    { when: "an offset that leads into the year 10000", text: "9999-12-31T23:59:59-00:01" },
    { when: "an offset that leads before the year 0", text: "0000-01-01T00:00:00+00:01" },
    { when: "a year of five digits", text: "12024-07-31" },
  ])("reads no date from $when", ({ text }) => {
    expect(read(text)).toBeUndefined();
  });

  test.each([
    { when: "in winter", text: "2024-01-31 12:00", zone: "America/New_York", utc: "17:00" },
    { when: "in summer", text: "2024-07-31 12:00", zone: "America/New_York", utc: "16:00" },
    { when: "without daylight saving", text: "2024-07-31 12:00", zone: "Asia/Seoul", utc: "03:00" },
    { when: "when there was", text: "1988-07-31 12:00", zone: "Asia/Seoul", utc: "02:00" },
    { when: "off the hour", text: "2024-07-31 12:00", zone: "Asia/Kathmandu", utc: "06:15" },
    { when: "just before a gap", text: "2024-03-10 01:59", zone: "America/New_York", utc: "06:59" },
    { when: "in a gap", text: "2024-03-10 02:30", zone: "America/New_York", utc: "07:30" },
    { when: "just after a gap", text: "2024-03-10 03:00", zone: "America/New_York", utc: "07:00" },
    { when: "in a gap", text: "1988-05-08 02:30", zone: "Asia/Seoul", utc: "17:30" },
    {
      when: "just before an overlap",
      text: "2024-11-03 00:59",
      zone: "America/New_York",
      utc: "04:59",
    },
    { when: "in an overlap", text: "2024-11-03 01:30", zone: "America/New_York", utc: "05:30" },
    {
      when: "just after an overlap",
      text: "2024-11-03 02:00",
      zone: "America/New_York",
      utc: "07:00",
    },
    { when: "in an overlap", text: "1988-10-09 02:30", zone: "Asia/Seoul", utc: "16:30" },
    {
      when: "in a gap of half an hour",
      text: "2024-10-06 02:15",
      zone: "Australia/Lord_Howe",
      utc: "15:45",
    },
    {
      when: "in a midnight that is skipped",
      text: "2018-11-04",
      zone: "America/Sao_Paulo",
      utc: "03:00",
    },
    {
      when: "on a day that is skipped",
      text: "2011-12-30 12:00",
      zone: "Pacific/Apia",
      utc: "22:00",
    },
  ])("reads $text $when ($zone)", ({ text, zone, utc }) => {
    expect(read(text, zone)?.slice(11, 16)).toBe(utc);
  });

  test.each([
    ["2024-07-31", "Asia/Seoul", "2024-07-30T15:00:00.000Z"],
    ["2024-07-31", "America/New_York", "2024-07-31T04:00:00.000Z"],
    ["2024-01-31", "America/New_York", "2024-01-31T05:00:00.000Z"],
    ["20240731", "Asia/Seoul", "2024-07-30T15:00:00.000Z"],
    ["31 Jul 2024", "Asia/Seoul", "2024-07-30T15:00:00.000Z"],
    ["July 31, 2024", "Asia/Seoul", "2024-07-30T15:00:00.000Z"],
    ["9999-12-31", "Pacific/Kiritimati", "9999-12-30T10:00:00.000Z"],
  ])("takes %s for midnight in %s", (text, zone, instant) => {
    expect(read(text, zone)).toBe(instant);
  });

  test.each([
    "2024-07-31T09:45:47Z",
    "Wed, 31 Jul 2024 09:45:47 GMT",
    "1722419147",
    "1722419147000",
  ])("does not read %s in the site's zone", (text) => {
    expect(read(text, "Asia/Seoul")).toBe("2024-07-31T09:45:47.000Z");
  });

  test("reads back every instant of four-digit years", async () => {
    const four = { min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true };
    await assert(
      property(date(four), integer({ min: -1439, max: 1439 }), (instant, minutes) => {
        const zone = `${minutes < 0 ? "-" : "+"}${clock(Math.abs(minutes))}`;
        const wall = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        // Beyond the years 0000 to 9999 there are six digits and a sign.
        const expected = wall.length === 23 ? instant : undefined;
        expect(readDate(`${wall}${zone}`, "Asia/Seoul")).toEqual(expected);
      }),
    );
  });

  // The machine's zone never matters: the same instants wherever the process stands.
  test.each(["UTC", "America/New_York", "Asia/Seoul", "Pacific/Apia"])(
    "reads the same instants in a process whose zone is %s",
    async (zone) => {
      const texts = ["2024-07-31", "2024-03-10 02:30", "Jul 31 2024 09:45", "20240731T0945"];
      expect(await readElsewhere(texts, zone)).toEqual([
        "2024-07-30T22:00:00.000Z",
        "2024-03-10T01:30:00.000Z",
        "2024-07-31T07:45:00.000Z",
        "2024-07-31T07:45:00.000Z",
      ]);
    },
  );
});

function clock(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Reads dates for a site in Paris in a process of its own, whose zone is another. */
async function readElsewhere(texts: readonly string[], zone: string): Promise<unknown> {
  const source = fileURLToPath(new URL("../../src/front-matter/date.ts", import.meta.url));
  const script = `
    import { createJiti } from "jiti";
    const { readDate } = await createJiti(process.cwd(), { fsCache: false }).import(${JSON.stringify(source)});
    console.log(JSON.stringify(${JSON.stringify(texts)}.map((text) => readDate(text, "Europe/Paris"))));
  `;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(stdout);
}
