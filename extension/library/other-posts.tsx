/** What else was read of the page: the post it quotes, other posts beside it, and addresses of its own pictures, as text. */
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { type Candidate, postFieldNames, type PostRecord } from "../../src/platforms/field.ts";
import { FieldLine } from "../interface/field-line.tsx";
import { fieldChip } from "../interface/field-rows.ts";
import { fieldWords } from "../interface/field-wording.ts";
import { PageText } from "../interface/page-text.tsx";
import { useWords } from "../interface/words.ts";

export function OtherPosts({ item }: { item: EvidenceItem }) {
  const { t } = useWords();
  const { quoted, posts = [], media = [] } = item.fields;
  return (
    <>
      {media.length > 0 && (
        <details class="panel" data-other="media">
          <summary>
            <strong>{t("other.media", { count: media.length })}</strong>
          </summary>
          <p class="soft">{t("other.media-what")}</p>
          <MediaList media={media} />
        </details>
      )}
      {quoted && (
        <section class="panel stack-s" data-other="quoted">
          <h2>{t("other.quoted")}</h2>
          <p class="soft">{t("other.quoted-what")}</p>
          <PostFields post={quoted} item={item} />
        </section>
      )}
      {posts.length > 0 && (
        <details class="panel" data-other="posts">
          <summary>
            <strong>{t("other.posts", { count: posts.length })}</strong>
          </summary>
          <p class="soft">{t("other.posts-what")}</p>
          <ol>
            {posts.map((post, index) => (
              <li key={post.postId?.value ?? index}>
                <PostFields post={post} item={item} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function MediaList({ media }: { media: readonly Candidate[] }) {
  return (
    <ul class="plain">
      {media.map(({ value }) => (
        <li key={value} class="mono small">
          <PageText text={value} />
        </li>
      ))}
    </ul>
  );
}

function PostFields({ post, item }: { post: PostRecord; item: EvidenceItem }) {
  const { language } = useWords();
  const where = item.startedAt;
  return (
    <>
      <dl class="fields">
        {postFieldNames.map((name) => {
          const field = post[name];
          if (!field || field.value === null) return null;
          const value = fieldWords({ language, name, value: field.value, where });
          return <FieldLine key={name} label={`field.${name}`} value={value} chip={fieldChip(field)} />;
        })}
      </dl>
      {post.media && post.media.length > 0 && <MediaList media={post.media} />}
    </>
  );
}
