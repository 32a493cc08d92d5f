/** The clocks of those who are bound to report: hours left in words and boxes, late said kindly, nothing blocked. */
import { type ClockState, type ReportClock, reportClocks } from "../../../src/cases/report-clock.ts";
import { instantOf } from "../../../src/cases/typed-time.ts";
import { momentWords } from "../../interface/date-wording.ts";
import { Icon } from "../../interface/icon.tsx";
import { useWords, type Words } from "../../interface/words.ts";
import { emptyBody } from "./empty-body.ts";
import type { GuidanceProps } from "./guidance-screen.tsx";
import { useMinutes } from "./use-minutes.ts";

export function ClockPanel({ contents, ports, onShow }: GuidanceProps) {
  const { t } = useWords();
  const now = useMinutes(ports.clock);
  const clocks = reportClocks(contents.facts, now.utc);
  if (clocks.length === 0) return null;
  const { known } = contents.facts;
  const changeKnown = () => {
    const body = known?.body ?? emptyBody("known", now);
    onShow({ screen: "write", body, replaces: known?.id ?? null, back: { screen: "guidance" } });
  };
  return (
    <section class="panel stack" data-clocks={clocks.length}>
      <h2>{t(clocks.length > 1 ? "clocks.two" : "clocks.one", { hours: clocks[0]?.limitHours ?? 0 })}</h2>
      {clocks.map((clock) => (
        <Clock key={clock.report} clock={clock} facts={contents.facts} />
      ))}
      <p class="small">
        <KnownWords facts={contents.facts} />{" "}
        <button type="button" class="link" data-action="known" onClick={changeKnown}>
          {known ? t("clock.change") : t("clock.start")}
        </button>
      </p>
    </section>
  );
}

type FactsProps = { facts: GuidanceProps["contents"]["facts"] };

function KnownWords({ facts: { known } }: FactsProps) {
  const { language, t } = useWords();
  const utc = known && instantOf(known.body.known, known.at.offsetMinutes);
  if (!known || !utc) return t("clock.not-started");
  return t("clock.known", { date: momentWords(language, { ...known.at, utc }) });
}

function Clock({ clock, facts }: FactsProps & { clock: ReportClock }) {
  const { t } = useWords();
  const { report, limitHours, state } = clock;
  return (
    <div class="clock" data-clock={report} data-state={state.kind}>
      <h3>{t(`clock.${report}`)}</h3>
      <p class={state.kind === "overdue" ? "left late" : "left"}>
        {state.kind === "reported" && <Icon name="check" />} {leftWords(t, state)}
      </p>
      {state.kind === "running" && <HourBoxes past={state.hoursPast} of={limitHours} />}
      <ClockEnd state={state} facts={facts} />
    </div>
  );
}

function leftWords(t: Words["t"], state: ClockState): string {
  switch (state.kind) {
    case "not-started":
      return t("clock.none");
    case "reported":
      return t("clock.reported");
    case "running": {
      const [hours, minutes] = [Math.floor(state.minutesLeft / 60), state.minutesLeft % 60];
      return hours > 0 ? t("clock.left", { hours, minutes }) : t("clock.left-minutes", { minutes });
    }
    case "overdue": {
      const hours = Math.floor(state.minutesOver / 60);
      return hours > 0 ? t("clock.over", { hours }) : t("clock.over-minutes", { minutes: state.minutesOver });
    }
  }
}

function ClockEnd({ state, facts }: FactsProps & { state: ClockState }) {
  const { language, t } = useWords();
  if (state.kind === "not-started") return null;
  if (state.kind === "reported") {
    const { body, at } = state.submission;
    const utc = instantOf(body.submitted, at.offsetMinutes) ?? at.utc;
    return (
      <p class="small soft">
        {momentWords(language, { ...at, utc })}
        {body.receipt !== "" && (
          <>
            <br />
            {t("told.receipt", { receipt: body.receipt })}
          </>
        )}
      </p>
    );
  }
  const where = facts.known?.at ?? { offsetMinutes: 0, zone: "UTC" };
  const date = momentWords(language, { ...where, utc: state.dueUtc });
  return <p class="small soft">{t(state.kind === "overdue" ? "clock.was-due" : "clock.due", { date })}</p>;
}

/** One box an hour; the words beside them say the same. */
function HourBoxes({ past, of }: { past: number; of: number }) {
  return (
    <span class="hours" aria-hidden="true">
      {Array.from({ length: of }, (_, hour) => (
        <i key={`${hour}`} class={hour < past ? "past" : undefined} />
      ))}
    </span>
  );
}
