// Has feedsmith read the feed that a line of stdin holds, or the same again where the line is empty,
// and answers when it has: for rss.py.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { parseRssFeed } = createRequire(`${process.argv[2]}/`)("feedsmith");
let feed;

for await (const line of createInterface({ input: process.stdin })) {
  if (line) feed = JSON.parse(line);
  try {
    parseRssFeed(feed);
    console.log("read");
  } catch {
    console.log("refused");
  }
}
