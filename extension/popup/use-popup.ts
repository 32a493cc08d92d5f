/** Ties the popup's flow to the life of its screen. */
import { useEffect, useState } from "preact/hooks";
import { PopupFlow } from "./popup-flow.ts";
import type { PopupPorts } from "./popup-ports.ts";
import type { PopupState } from "./popup-state.ts";

export interface Popup {
  state: PopupState;
  flow: PopupFlow;
}

/** `ports` are those of the first call: a popup lives for one tab. */
export function usePopup(ports: PopupPorts): Popup {
  const [state, setState] = useState<PopupState>({ screen: "loading" });
  const [life] = useState(() => new AbortController());
  const [flow] = useState(() => new PopupFlow(ports, setState, life.signal));
  useEffect(() => {
    void flow.open();
    return () => life.abort();
  }, [flow, life]);
  return { state, flow };
}
