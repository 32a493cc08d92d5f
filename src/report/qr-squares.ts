/** A QR code (ISO/IEC 18004) as squares: what a phone reads off the hand-over sheet. */
import qrcode from "qrcode-generator";

export interface QrSquares {
  /** Squares along one side, without the quiet zone. */
  side: number;
  isDark(row: number, column: number): boolean;
}

/** Error correction M: a crease or a stamp on the paper may hide a part. */
export function qrSquares(text: string): QrSquares {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  return { side: code.getModuleCount(), isDark: (row, column) => code.isDark(row, column) };
}
