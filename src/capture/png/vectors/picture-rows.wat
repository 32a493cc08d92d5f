;; Undoes the filters of PNG rows (PNG specification, third edition, 9) and compares rows, sixteen bytes at a time.
;; The text of the program in picture-rows.ts: a test assembles it and compares. In unfilter.ts the same is said in
;; TypeScript; a test holds one against the other, and where vectors are missing that one does the work.
;;
;; Addresses are bytes of the one memory. A row is its samples, without the byte of its filter. Up to 32 bytes behind the
;; last row are read and never changed; the memory must reach so far.
(module
  (import "room" "memory" (memory 1))

  ;; "Up": each sample is told as its difference to the one above.
  (func $up (param $row i32) (param $above i32) (param $length i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $row) (i32.and (local.get $length) (i32.const -16))))
    (block $whole
      (loop $step
        (br_if $whole (i32.ge_u (local.get $row) (local.get $end)))
        (v128.store (local.get $row)
          (i8x16.add (v128.load (local.get $row)) (v128.load (local.get $above))))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (local.set $above (i32.add (local.get $above) (i32.const 16)))
        (br $step)))
    (call $keep (local.get $row) (i32.and (local.get $length) (i32.const 15))
      (i8x16.add (v128.load (local.get $row)) (v128.load (local.get $above)))))

  ;; Stores the first samples of a vector, fewer than sixteen, and nothing behind them.
  (func $keep (param $at i32) (param $count i32) (param $samples v128)
    (if (i32.and (local.get $count) (i32.const 8)) (then
      (v128.store64_lane 0 (local.get $at) (local.get $samples))
      (local.set $samples (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
        (local.get $samples) (local.get $samples)))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))))
    (if (i32.and (local.get $count) (i32.const 4)) (then
      (v128.store32_lane 0 (local.get $at) (local.get $samples))
      (local.set $samples (i8x16.shuffle 4 5 6 7 4 5 6 7 4 5 6 7 4 5 6 7
        (local.get $samples) (local.get $samples)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))))
    (if (i32.and (local.get $count) (i32.const 2)) (then
      (v128.store16_lane 0 (local.get $at) (local.get $samples))
      (local.set $samples (i8x16.shuffle 2 3 2 3 2 3 2 3 2 3 2 3 2 3 2 3
        (local.get $samples) (local.get $samples)))
      (local.set $at (i32.add (local.get $at) (i32.const 2)))))
    (if (i32.and (local.get $count) (i32.const 1)) (then
      (v128.store8_lane 0 (local.get $at) (local.get $samples)))))

  ;; The lanes of the pixel of three or four samples that a vector begins with, and 112, which is no lane, everywhere else.
  (func $firstPixel (param $pixel i32) (result v128)
    (select
      (v128.const i8x16 0 1 2 3 112 112 112 112 112 112 112 112 112 112 112 112)
      (v128.const i8x16 0 1 2 112 112 112 112 112 112 112 112 112 112 112 112 112)
      (i32.eq (local.get $pixel) (i32.const 4))))

  ;; "Sub": each sample is told as its difference to the same sample of the pixel to the left.
  (func $sub (param $row i32) (param $length i32) (param $pixel i32)
    (local $end i32) (local $size i32) (local $samples v128) (local $next v128) (local $left v128)
    (local $by1 v128) (local $by2 v128) (local $last v128) (local $lanes v128)
    (local.set $end (i32.add (local.get $row) (local.get $length)))
    (local.set $size (i32.shl (local.get $pixel) (i32.const 2)))
    (local.set $lanes (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15))
    ;; What is moved up by one or two pixels comes from lanes that are as much lower; below the first there is none.
    (local.set $by1 (i8x16.sub (local.get $lanes) (i8x16.splat (local.get $pixel))))
    (local.set $by2 (i8x16.sub (local.get $by1) (i8x16.splat (local.get $pixel))))
    (local.set $last (select
      (v128.const i8x16 12 13 14 15 12 13 14 15 12 13 14 15 12 13 14 15)
      (v128.const i8x16 9 10 11 9 10 11 9 10 11 9 10 11 9 10 11 9)
      (i32.eq (local.get $pixel) (i32.const 4))))
    (local.set $next (v128.load (local.get $row)))
    (block $done
      (loop $step
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $samples (local.get $next))
        ;; Loaded before the store: what was stored a moment ago in other pieces is slow to load.
        (local.set $next (v128.load (i32.add (local.get $row) (local.get $size))))
        (local.set $samples (i8x16.add (local.get $samples) (i8x16.swizzle (local.get $samples) (local.get $by1))))
        (local.set $samples (i8x16.add (local.get $samples) (i8x16.swizzle (local.get $samples) (local.get $by2))))
        (local.set $samples (i8x16.add (local.get $samples) (local.get $left)))
        (local.set $left (i8x16.swizzle (local.get $samples) (local.get $last)))
        (call $store (local.get $row) (i32.sub (local.get $end) (local.get $row)) (local.get $size) (local.get $samples))
        (local.set $row (i32.add (local.get $row) (local.get $size)))
        (br $step))))

  ;; A step of four pixels, or as many samples of it as are left of the row.
  (func $store (param $at i32) (param $left i32) (param $size i32) (param $samples v128)
    (if (i32.lt_u (local.get $left) (local.get $size)) (then
      (call $keep (local.get $at) (local.get $left) (local.get $samples)) (return)))
    (v128.store64_lane 0 (local.get $at) (local.get $samples))
    (v128.store32_lane offset=8 2 (local.get $at) (local.get $samples))
    (if (i32.eq (local.get $size) (i32.const 16)) (then
      (v128.store32_lane offset=12 3 (local.get $at) (local.get $samples)))))

  ;; "Average": the difference to half the sum of left and above, rounded down. With complements, ~x for x, that is
  ;; rounding up, which is one instruction: ~(f + floor((l + u) / 2)) = avgr(~l, ~u) - f.
  (func $average (param $row i32) (param $above i32) (param $length i32) (param $pixel i32)
    (local $end i32) (local $size i32) (local $filtered v128) (local $next v128) (local $upper v128) (local $left v128)
    (local $of1 v128) (local $of2 v128) (local $of3 v128) (local $of4 v128) (local $lanes v128) (local $mask v128)
    (local $to2 v128) (local $to3 v128) (local $to4 v128) (local $samples v128)
    (local.set $end (i32.add (local.get $row) (local.get $length)))
    (local.set $size (i32.shl (local.get $pixel) (i32.const 2)))
    (local.set $lanes (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15))
    (local.set $of1 (call $firstPixel (local.get $pixel)))
    (local.set $mask (i8x16.lt_u (local.get $of1) (i8x16.splat (i32.const 16))))
    (local.set $of2 (i8x16.add (local.get $of1) (i8x16.splat (local.get $pixel))))
    (local.set $of3 (i8x16.add (local.get $of2) (i8x16.splat (local.get $pixel))))
    (local.set $of4 (i8x16.add (local.get $of3) (i8x16.splat (local.get $pixel))))
    (local.set $to2 (i8x16.sub (local.get $lanes) (i8x16.splat (local.get $pixel))))
    (local.set $to3 (i8x16.sub (local.get $to2) (i8x16.splat (local.get $pixel))))
    (local.set $to4 (i8x16.sub (local.get $to3) (i8x16.splat (local.get $pixel))))
    (local.set $left (v128.const i64x2 -1 -1))
    (local.set $next (v128.load (local.get $row)))
    (block $done
      (loop $step
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $filtered (local.get $next))
        (local.set $next (v128.load (i32.add (local.get $row) (local.get $size))))
        (local.set $upper (v128.not (v128.load (local.get $above))))
        (local.set $left (i8x16.sub
          (i8x16.avgr_u (local.get $left) (i8x16.swizzle (local.get $upper) (local.get $of1)))
          (i8x16.swizzle (local.get $filtered) (local.get $of1))))
        (local.set $samples (v128.and (local.get $mask) (local.get $left)))
        (local.set $left (i8x16.sub
          (i8x16.avgr_u (local.get $left) (i8x16.swizzle (local.get $upper) (local.get $of2)))
          (i8x16.swizzle (local.get $filtered) (local.get $of2))))
        (local.set $samples (v128.or (local.get $samples)
          (i8x16.swizzle (v128.and (local.get $mask) (local.get $left)) (local.get $to2))))
        (local.set $left (i8x16.sub
          (i8x16.avgr_u (local.get $left) (i8x16.swizzle (local.get $upper) (local.get $of3)))
          (i8x16.swizzle (local.get $filtered) (local.get $of3))))
        (local.set $samples (v128.or (local.get $samples)
          (i8x16.swizzle (v128.and (local.get $mask) (local.get $left)) (local.get $to3))))
        (local.set $left (i8x16.sub
          (i8x16.avgr_u (local.get $left) (i8x16.swizzle (local.get $upper) (local.get $of4)))
          (i8x16.swizzle (local.get $filtered) (local.get $of4))))
        (local.set $samples (v128.not (v128.or (local.get $samples)
          (i8x16.swizzle (v128.and (local.get $mask) (local.get $left)) (local.get $to4)))))
        (call $store (local.get $row) (i32.sub (local.get $end) (local.get $row)) (local.get $size) (local.get $samples))
        (local.set $row (i32.add (local.get $row) (local.get $size)))
        (local.set $above (i32.add (local.get $above) (local.get $size)))
        (br $step))))

  ;; "Paeth": the difference to the nearest of left, above and above left, found as `nearest` in unfilter.ts finds it.
  ;; Worked out in words of sixteen bits, where nothing overflows: `of` lanes spread a pixel into words, `to` lanes bring
  ;; its words back to its samples.
  (func $paeth (param $row i32) (param $above i32) (param $length i32) (param $pixel i32)
    (local $end i32) (local $size i32) (local $filtered v128) (local $next v128) (local $upper v128)
    (local $left v128) (local $up v128) (local $before v128) (local $samples v128)
    (local $threshold v128) (local $lower v128) (local $higher v128)
    (local $pixels v128) (local $first v128) (local $of v128) (local $to v128) (local $rest i32)
    (local.set $end (i32.add (local.get $row) (local.get $length)))
    (local.set $size (i32.shl (local.get $pixel) (i32.const 2)))
    (local.set $pixels (i8x16.splat (local.get $pixel)))
    (local.set $first (i8x16.shuffle 0 16 1 16 2 16 3 16 16 16 16 16 16 16 16 16
      (call $firstPixel (local.get $pixel)) (i8x16.splat (i32.const 112))))
    (local.set $next (v128.load (local.get $row)))
    (block $done
      (loop $step
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $filtered (local.get $next))
        (local.set $next (v128.load (i32.add (local.get $row) (local.get $size))))
        (local.set $upper (v128.load (local.get $above)))
        (local.set $samples (v128.const i64x2 0 0))
        (local.set $of (local.get $first))
        (local.set $to (v128.const i8x16 0 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30))
        (local.set $rest (i32.const 4))
        (loop $each
          (local.set $up (i8x16.swizzle (local.get $upper) (local.get $of)))
          (local.set $threshold (i16x8.sub
            (i16x8.sub
              (i16x8.add (local.get $before) (i16x8.add (local.get $before) (local.get $before)))
              (local.get $up))
            (local.get $left)))
          (local.set $lower (i16x8.min_s (local.get $left) (local.get $up)))
          (local.set $higher (i16x8.max_s (local.get $left) (local.get $up)))
          (local.set $left (v128.and
            (v128.const i16x8 255 255 255 255 255 255 255 255)
            (i16x8.add
              (i8x16.swizzle (local.get $filtered) (local.get $of))
              (v128.bitselect
                (local.get $lower)
                (v128.bitselect
                  (local.get $before)
                  (local.get $higher)
                  (i16x8.gt_s (local.get $threshold) (local.get $lower)))
                (i16x8.le_s (local.get $higher) (local.get $threshold))))))
          (local.set $before (local.get $up))
          (local.set $samples (v128.or (local.get $samples)
            (i8x16.swizzle (local.get $left) (local.get $to))))
          (local.set $of (i8x16.add (local.get $of) (local.get $pixels)))
          (local.set $to (i8x16.sub (local.get $to) (i8x16.add (local.get $pixels) (local.get $pixels))))
          (br_if $each (local.tee $rest (i32.sub (local.get $rest) (i32.const 1)))))
        (call $store (local.get $row) (i32.sub (local.get $end) (local.get $row)) (local.get $size)
          (local.get $samples))
        (local.set $row (i32.add (local.get $row) (local.get $size)))
        (local.set $above (i32.add (local.get $above) (local.get $size)))
        (br $step))))

  ;; Undoes the filters of all rows where they lie, each with the byte of its filter before it; `zeroes` is a row of them.
  ;; Gives how many rows it undid: all of them, or those above the first with a filter there is none of.
  (func (export "undo")
    (param $at i32) (param $length i32) (param $rows i32) (param $pixel i32) (param $zeroes i32) (result i32)
    (local $y i32) (local $row i32) (local $above i32)
    (local.set $above (local.get $zeroes))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $y) (local.get $rows)))
        (local.set $row (i32.add (local.get $at) (i32.const 1)))
        (block $undone (block $paeth (block $average (block $up (block $sub
          (br_table $undone $sub $up $average $paeth $done (i32.load8_u (local.get $at))))
          (call $sub (local.get $row) (local.get $length) (local.get $pixel))
          (br $undone))
          (call $up (local.get $row) (local.get $above) (local.get $length))
          (br $undone))
          (call $average (local.get $row) (local.get $above) (local.get $length) (local.get $pixel))
          (br $undone))
          (call $paeth (local.get $row) (local.get $above) (local.get $length) (local.get $pixel)))
        (local.set $above (local.get $row))
        (local.set $at (i32.add (local.get $row) (local.get $length)))
        (local.set $y (i32.add (local.get $y) (i32.const 1)))
        (br $each)))
    (local.get $y))

  ;; Puts red, green and blue of a row of four samples a pixel side by side, where it lies. Gives the alpha of all its
  ;; pixels in one: 255 only where every one of them has that.
  (func (export "keepColours") (param $row i32) (param $pixels i32) (result i32)
    (local $to i32) (local $end i32) (local $four v128) (local $alpha v128) (local $rest i32)
    (local.set $to (local.get $row))
    (local.set $rest (i32.const 255))
    (local.set $alpha (v128.const i64x2 -1 -1))
    (local.set $end (i32.add (local.get $row) (i32.shl (i32.and (local.get $pixels) (i32.const -4)) (i32.const 2))))
    (block $whole
      (loop $step
        (br_if $whole (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $four (v128.load (local.get $row)))
        (local.set $alpha (v128.and (local.get $alpha) (local.get $four)))
        (v128.store (local.get $to) (i8x16.shuffle 0 1 2 4 5 6 8 9 10 12 13 14 0 0 0 0
          (local.get $four) (local.get $four)))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (local.set $to (i32.add (local.get $to) (i32.const 12)))
        (br $step)))
    (local.set $end (i32.add (local.get $row) (i32.shl (i32.and (local.get $pixels) (i32.const 3)) (i32.const 2))))
    (block $done
      (loop $one
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $rest (i32.and (local.get $rest) (i32.load8_u offset=3 (local.get $row))))
        (i32.store16 (local.get $to) (i32.load16_u (local.get $row)))
        (i32.store8 offset=2 (local.get $to) (i32.load8_u offset=2 (local.get $row)))
        (local.set $row (i32.add (local.get $row) (i32.const 4)))
        (local.set $to (i32.add (local.get $to) (i32.const 3)))
        (br $one)))
    (if (i32.eqz (i8x16.all_true (i8x16.eq
      (v128.or (local.get $alpha) (v128.const i32x4 0xffffff 0xffffff 0xffffff 0xffffff))
      (v128.const i64x2 -1 -1)))) (then (return (i32.const 0))))
    (local.get $rest))

  ;; How many rows are the same in both, from the first on; each picture has its own step from row to row.
  (func (export "equalRows")
    (param $one i32) (param $oneStep i32) (param $other i32) (param $otherStep i32)
    (param $length i32) (param $rows i32) (result i32)
    (local $y i32)
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $y) (local.get $rows)))
        (br_if $done (i32.eqz (call $same (local.get $one) (local.get $other) (local.get $length))))
        (local.set $one (i32.add (local.get $one) (local.get $oneStep)))
        (local.set $other (i32.add (local.get $other) (local.get $otherStep)))
        (local.set $y (i32.add (local.get $y) (i32.const 1)))
        (br $each)))
    (local.get $y))

  (func $same (param $one i32) (param $other i32) (param $length i32) (result i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $one) (i32.and (local.get $length) (i32.const -16))))
    (block $whole
      (loop $step
        (br_if $whole (i32.ge_u (local.get $one) (local.get $end)))
        (if (v128.any_true (v128.xor (v128.load (local.get $one)) (v128.load (local.get $other)))) (then
          (return (i32.const 0))))
        (local.set $one (i32.add (local.get $one) (i32.const 16)))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (br $step)))
    (local.set $end (i32.add (local.get $one) (i32.and (local.get $length) (i32.const 15))))
    (block $done
      (loop $byte
        (br_if $done (i32.ge_u (local.get $one) (local.get $end)))
        (if (i32.ne (i32.load8_u (local.get $one)) (i32.load8_u (local.get $other))) (then
          (return (i32.const 0))))
        (local.set $one (i32.add (local.get $one) (i32.const 1)))
        (local.set $other (i32.add (local.get $other) (i32.const 1)))
        (br $byte)))
    (i32.const 1))
)
