export default {
  tags: ["posts"],
  author: "Ann Lee",
  permalink: "/long/{{ page.fileSlug }}/",
};
