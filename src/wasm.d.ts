/** What the person can choose. */
export interface Options {
  /** The publication date, `YYYY-MM-DD`; `"none"` where no date that the paste tells is to be trusted. */
  published?: string | null;
  /** Length of the made hub's summary. */
  length?: "short" | "standard" | "long" | null;
  /** Which hub is exported where there are two. */
  hub?: "published" | "made" | null;
}
/** Formats of `Analyzer.export`. */
export type Format = "text" | "json" | "markdown" | "html" | "entities.csv" | "timeline.csv" | "ics" | "jsonld";
/** What stands around the hub in Markdown and HTML, in place of English; what is left out stays English. */
export interface Words {
  /** BCP 47. */
  language?: string;
  digest?: string;
  short?: string;
  long?: string;
  who?: string;
  when?: string;
  article?: string;
  /** A citation, with `{}` for the number. */
  para?: string;
  /** The other names of somebody, with `{}` for them. */
  also?: string;
  /** What a page says at its end. */
  made?: string;
  /** Company, organisation, person, place. */
  kinds?: [string, string, string, string];
  /** A label for each event of the exported hub. */
  events?: string[];
}
/** Steps of an analysis, in order. */
export type Stage = "paste" | "document" | "recognisers" | "analysis";
/** Called before each step with the thousandths of the work that are done. */
export type Progress = (stage: Stage, permille: number) => void;

/** What the core says of one paste. Every `start` and `end` counts UTF-16 code units. */
export interface Analysis {
  schema: 1;
  article: Article;
  hub: Hub;
  published_hub: Hub | null;
  dates: DateMention[];
  notices: Notice[];
}
export interface Article {
  title: string | null;
  byline: string | null;
  /** BCP 47; "und" where it is not English. */
  language: string;
  words: number;
  published: { date: string; from: DateSource } | null;
  blocks: Block[];
  set_aside: SetAside[];
}
export type DateSource = "given" | "byline" | "dateline" | "text";
export type BlockKind = "title" | "deck" | "byline" | "heading" | "body" | "list" | "caption" | "note";
/** `paste.slice(start, end) === text`. */
export interface Block {
  kind: BlockKind;
  number: number | null;
  text: string;
  start: number;
  end: number;
}
export interface SetAside {
  kind: string;
  start: number;
  end: number;
}
export interface Hub {
  digest: { key_points: Claim[]; summary: Part[] };
  entities: Entity[];
  timeline: TimelineEvent[];
}
export interface Part {
  first: number;
  last: number;
  claims: Claim[];
}
export interface Claim {
  text: string;
  paragraphs: number[];
  sources: Mention[];
  dates: number[];
  support?: { verdict: "supported" | "contradicted" | "open"; places: Mention[] };
}
export type EntityKind = "company" | "organisation" | "person" | "place" | "other";
export interface Entity {
  id: string;
  name: string;
  kind: EntityKind;
  aliases: string[];
  ticker: string | null;
  role: string | null;
  description: Claim[];
  mentions: Mention[];
  salience: number;
}
export interface TimelineEvent {
  id: string;
  label: string;
  /** EDTF. */
  date: string | null;
  earliest: string | null;
  latest: string | null;
  modifier: "early" | "mid" | "late" | "about" | null;
  expected: boolean;
  date_from: "text" | "published";
  salience: number;
  dates: number[];
  claim: Claim;
}
/** `blocks[block].text.slice(start, end)`. */
export interface Mention {
  block: number;
  start: number;
  end: number;
}
export interface DateMention {
  mention: Mention;
  text: string;
  kind: "date" | "time" | "duration" | "set";
  value: string | null;
  modifier: string | null;
  edtf: string | null;
  anchor: { date: string; from: DateSource; mention: Mention | null } | null;
  rule: string;
}
export interface Notice {
  code: string;
  message: string;
  block: number | null;
}
