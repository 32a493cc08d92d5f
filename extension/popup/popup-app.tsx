/** The popup: one screen for each state of its flow. */
import { useWords } from "../interface/words.ts";
import { CapturingScreen } from "./capturing-screen.tsx";
import { FailedScreen } from "./failed-screen.tsx";
import { IdleScreen } from "./idle-screen.tsx";
import { KeptScreen } from "./kept-screen.tsx";
import { PopupFrame, type ScreenMarks } from "./popup-frame.tsx";
import type { PopupExits, PopupPorts } from "./popup-ports.ts";
import type { IdleState, PopupState } from "./popup-state.ts";
import { type Popup, usePopup } from "./use-popup.ts";

interface PopupAppProps {
  ports: PopupPorts;
  exits: PopupExits;
}

export function PopupApp({ ports, exits }: PopupAppProps) {
  const popup = usePopup(ports);
  return (
    <PopupFrame marks={marksOf(popup.state)} caseCode={caseCode(popup.state)} exits={exits}>
      <PopupScreen popup={popup} ports={ports} exits={exits} />
    </PopupFrame>
  );
}

function marksOf(state: PopupState): ScreenMarks {
  if (state.screen === "failed") return { "data-screen": state.screen, "data-code": state.code };
  if (state.screen === "kept") return { "data-screen": state.screen, "data-item-id": state.stored.item.id };
  if (state.screen === "idle") return { "data-screen": "idle", "data-mask": state.chosen.mask ?? "none" };
  return { "data-screen": state.screen };
}

function caseCode(state: PopupState): string | null {
  if (state.screen === "idle") return state.chosen.file?.code ?? null;
  return state.screen === "kept" ? state.caseCode : null;
}

function PopupScreen({ popup: { state, flow }, ports, exits }: PopupAppProps & { popup: Popup }) {
  switch (state.screen) {
    case "loading":
      return <Opening />;
    case "idle":
      return <Idle idle={state} flow={flow} ports={ports} exits={exits} />;
    case "capturing":
      return (
        <CapturingScreen
          {...state}
          tabInFront={ports.tab.tabId}
          onStop={() => void flow.stop()}
          onGoThere={exits.showTab}
        />
      );
    case "kept":
      return (
        <KeptScreen
          stored={state.stored}
          fields={state.fields}
          files={ports.store}
          pointing={ports.pointing}
          onCorrect={(draft) => void flow.correct(state.stored, draft)}
          onPack={exits.openPack}
          onOpenItem={() => exits.openItem(state.stored.item.id)}
          onAgain={() => void flow.again()}
        />
      );
    case "failed":
      return (
        <FailedScreen
          {...state}
          hasAddress={ports.tab.url !== null}
          onNote={() => void flow.note()}
          onAgain={() => void flow.again()}
        />
      );
  }
}

type IdleProps = PopupAppProps & { idle: IdleState; flow: Popup["flow"] };

function Idle({ idle, flow, ports, exits }: IdleProps) {
  return (
    <IdleScreen
      {...idle}
      tab={ports.tab}
      onChoose={(caseId) => void flow.choose(caseId)}
      onKeep={(more) => void flow.keep(more)}
      onAskForPageFile={ports.askForPageFile}
      onChatsKnown={() => void ports.rememberChatsKnown()}
      onOpenIntake={exits.openIntake}
      onOpenTimeline={exits.openTimeline}
    />
  );
}

function Opening() {
  const { t } = useWords();
  return (
    <p class="visually-hidden" role="status">
      {t("app.opening")}
    </p>
  );
}
