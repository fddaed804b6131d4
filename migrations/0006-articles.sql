-- The read model behind GET /v1/articles/{id}: which decisions concern an article. The rest is in its stream.

create table dateline.article_decisions (
  article_id uuid   not null,
  position   bigint not null,                     -- of ArticleThreaded or ArticleUnthreaded
  primary key (article_id, position)
);
