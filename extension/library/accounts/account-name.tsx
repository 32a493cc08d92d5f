/** An account as it was last called; the name is the page's own. */
import type { AccountGroup } from "../../../src/evidence/same-account.ts";
import { PageText } from "../../interface/page-text.tsx";
import { useWords } from "../../interface/words.ts";

export function AccountName({ account: { names } }: { account: Pick<AccountGroup, "names"> }) {
  const { t } = useWords();
  const [newest] = names;
  return newest === undefined ? <span>{t("account.unnamed")}</span> : <PageText text={newest} />;
}
