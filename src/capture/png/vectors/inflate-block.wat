;; Unpacks the symbols of one deflate block (RFC 1951, 3.2.3) and takes the Adler-32 of what came out (RFC 1950, 8.2).
;; The text of the program in inflate-block.ts: a test assembles it and compares. Heads of blocks and tables of codes are
;; read and made in inflate-in-room.ts.
;;
;; An entry of a table, from its lowest bit: 8 bits, how many the symbol takes with its extra bits; 4 bits, how many its
;; code takes by itself; 4 bits, its kind: 1 a literal, 2 a further table, 4 the end of the block, 8 none, 0 a length or
;; distance; 16 bits, its value: the literal, the least length or distance, or where the further table begins. There the
;; first 8 bits say by how many bits one looks it up.
;;
;; Up to 32 bytes behind the end are written before it is seen that there was no room, and up to 8 behind the input are
;; read: the memory must reach so far.
(module
  (import "room" "memory" (memory 1))

  ;; In bits from the beginning of the input, and the address the next byte goes to.
  (global $position (export "position") (mut i32) (i32.const 0))
  (global $out (export "out") (mut i32) (i32.const 0))

  ;; The entry in the further table that an entry names.
  (func $further (param $entry i32) (param $rest i64) (result i32)
    (i32.shl
      (i32.add
        (i32.shr_u (local.get $entry) (i32.const 16))
        (i32.and
          (i32.wrap_i64 (local.get $rest))
          (i32.sub (i32.shl (i32.const 1) (i32.and (local.get $entry) (i32.const 63))) (i32.const 1))))
      (i32.const 2)))

  ;; 0 at the end of the block, 1 where more comes out than there is room for, 2 for what is no code or no distance,
  ;; 3 where the input ends before.
  ;;
  ;; At the head of the loop there are at least 56 bits, and the entry of the next symbol is looked up: while a match is
  ;; copied, the processor already knows what comes behind it.
  (func (export "inflateBlock")
    (param $input i32) (param $inputBytes i32) (param $first i32) (param $end i32) (result i32)
    (local $in i32) (local $left i32) (local $out i32) (local $bits i64) (local $entry i32) (local $last i32)
    (local $length i32) (local $distance i32) (local $stop i32) (local $step i32) (local $pattern v128)
    (local.set $out (global.get $out))
    ;; With 56 to 63 bits read ahead, what is taken ends within the input as long as it is not beyond.
    (local.set $last (i32.add (i32.add (local.get $input) (local.get $inputBytes)) (i32.const 7)))
    (local.set $in (i32.add (local.get $input) (i32.shr_u (global.get $position) (i32.const 3))))
    (local.set $left (i32.and (global.get $position) (i32.const 7)))
    (local.set $bits (i64.shr_u (i64.load (local.get $in)) (i64.extend_i32_u (local.get $left))))
    (local.set $in (i32.add (local.get $in) (i32.const 7)))
    (local.set $left (i32.sub (i32.const 56) (local.get $left)))
    (local.set $bits (i64.and (local.get $bits)
      (i64.sub (i64.shl (i64.const 1) (i64.extend_i32_u (local.get $left))) (i64.const 1))))
    (local.set $bits (i64.or (local.get $bits)
        (i64.shl (i64.load (local.get $in)) (i64.extend_i32_u (local.get $left)))))
      (local.set $in (i32.add (local.get $in)
        (i32.shr_u (i32.sub (i32.const 63) (local.get $left)) (i32.const 3))))
      (local.set $left (i32.or (local.get $left) (i32.const 56)))
    (local.set $entry (i32.load offset=0x40200
          (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 2047)) (i32.const 2))))
    (loop $next
      (if (i32.gt_u (local.get $out) (local.get $end)) (then (return (i32.const 1))))
      (if (i32.gt_u (local.get $in) (local.get $last)) (then (return (i32.const 3))))
      ;; Three literals at the most are taken of what was read ahead. A length and a distance need 48 bits.
      (if (i32.and (local.get $entry) (i32.const 0x1000)) (then
        (block $other
          (i32.store8 (local.get $out) (i32.shr_u (local.get $entry) (i32.const 16)))
          (local.set $out (i32.add (local.get $out) (i32.const 1)))
          (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $entry))))
          (local.set $left (i32.sub (local.get $left) (i32.and (local.get $entry) (i32.const 63))))
          (local.set $entry (i32.load offset=0x40200
            (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 2047)) (i32.const 2))))
          (br_if $other (i32.eqz (i32.and (local.get $entry) (i32.const 0x1000))))
          (i32.store8 (local.get $out) (i32.shr_u (local.get $entry) (i32.const 16)))
          (local.set $out (i32.add (local.get $out) (i32.const 1)))
          (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $entry))))
          (local.set $left (i32.sub (local.get $left) (i32.and (local.get $entry) (i32.const 63))))
          (local.set $entry (i32.load offset=0x40200
            (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 2047)) (i32.const 2))))
          (br_if $other (i32.eqz (i32.and (local.get $entry) (i32.const 0x1000))))
          (i32.store8 (local.get $out) (i32.shr_u (local.get $entry) (i32.const 16)))
          (local.set $out (i32.add (local.get $out) (i32.const 1)))
          (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $entry))))
          (local.set $left (i32.sub (local.get $left) (i32.and (local.get $entry) (i32.const 63))))
          (local.set $bits (i64.or (local.get $bits)
            (i64.shl (i64.load (local.get $in)) (i64.extend_i32_u (local.get $left)))))
          (local.set $in (i32.add (local.get $in)
            (i32.shr_u (i32.sub (i32.const 63) (local.get $left)) (i32.const 3))))
          (local.set $left (i32.or (local.get $left) (i32.const 56)))
          (local.set $entry (i32.load offset=0x40200
            (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 2047)) (i32.const 2))))
          (br $next))
        (local.set $bits (i64.or (local.get $bits)
            (i64.shl (i64.load (local.get $in)) (i64.extend_i32_u (local.get $left)))))
          (local.set $in (i32.add (local.get $in)
            (i32.shr_u (i32.sub (i32.const 63) (local.get $left)) (i32.const 3))))
          (local.set $left (i32.or (local.get $left) (i32.const 56)))))
      (if (i32.and (local.get $entry) (i32.const 0xf000)) (then
        (if (i32.and (local.get $entry) (i32.const 0x2000)) (then
          (local.set $entry (i32.load offset=0x40200 (call $further (local.get $entry)
            (i64.shr_u (local.get $bits) (i64.const 11)))))))
        (if (i32.and (local.get $entry) (i32.const 0x8000)) (then (return (i32.const 2))))
        (if (i32.and (local.get $entry) (i32.const 0x1000)) (then
          (i32.store8 (local.get $out) (i32.shr_u (local.get $entry) (i32.const 16)))
        (local.set $out (i32.add (local.get $out) (i32.const 1)))
        (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $entry))))
      (local.set $left (i32.sub (local.get $left) (i32.and (local.get $entry) (i32.const 63))))
          (local.set $bits (i64.or (local.get $bits)
        (i64.shl (i64.load (local.get $in)) (i64.extend_i32_u (local.get $left)))))
      (local.set $in (i32.add (local.get $in)
        (i32.shr_u (i32.sub (i32.const 63) (local.get $left)) (i32.const 3))))
      (local.set $left (i32.or (local.get $left) (i32.const 56)))
          (local.set $entry (i32.load offset=0x40200
          (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 2047)) (i32.const 2))))
          (br $next)))
        (if (i32.and (local.get $entry) (i32.const 0x4000)) (then
          (local.set $left (i32.sub (local.get $left) (i32.and (local.get $entry) (i32.const 63))))
          (global.set $position (i32.sub (i32.shl (i32.sub (local.get $in) (local.get $input)) (i32.const 3)) (local.get $left)))
          (global.set $out (local.get $out))
          (return (i32.const 0))))))
      (local.set $length (i32.add
        (i32.shr_u (local.get $entry) (i32.const 16))
        (i32.shr_u
          (i32.and
            (i32.wrap_i64 (local.get $bits))
            (i32.sub (i32.shl (i32.const 1) (local.get $entry)) (i32.const 1)))
          (i32.shr_u (local.get $entry) (i32.const 8)))))
      (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $entry))))
      (local.set $left (i32.sub (local.get $left) (i32.and (local.get $entry) (i32.const 63))))
      (local.set $entry (i32.load offset=0x45200
        (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 255)) (i32.const 2))))
      (if (i32.and (local.get $entry) (i32.const 0xa000)) (then
        (if (i32.and (local.get $entry) (i32.const 0x2000)) (then
          (local.set $entry (i32.load offset=0x45200 (call $further (local.get $entry)
            (i64.shr_u (local.get $bits) (i64.const 8)))))))
        (if (i32.and (local.get $entry) (i32.const 0x8000)) (then (return (i32.const 2))))))
      (local.set $distance (i32.add
        (i32.shr_u (local.get $entry) (i32.const 16))
        (i32.shr_u
          (i32.and
            (i32.wrap_i64 (local.get $bits))
            (i32.sub (i32.shl (i32.const 1) (local.get $entry)) (i32.const 1)))
          (i32.shr_u (local.get $entry) (i32.const 8)))))
      (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $entry))))
      (local.set $left (i32.sub (local.get $left) (i32.and (local.get $entry) (i32.const 63))))
      (local.set $bits (i64.or (local.get $bits)
        (i64.shl (i64.load (local.get $in)) (i64.extend_i32_u (local.get $left)))))
      (local.set $in (i32.add (local.get $in)
        (i32.shr_u (i32.sub (i32.const 63) (local.get $left)) (i32.const 3))))
      (local.set $left (i32.or (local.get $left) (i32.const 56)))
      (local.set $entry (i32.load offset=0x40200
          (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 2047)) (i32.const 2))))
      (if (i32.gt_u (local.get $distance) (i32.sub (local.get $out) (local.get $first))) (then
        (return (i32.const 2))))
      (local.set $stop (i32.add (local.get $out) (local.get $length)))
      (if (i32.gt_u (local.get $stop) (local.get $end)) (then (return (i32.const 1))))
      (if (i32.ge_u (local.get $distance) (i32.const 16))
        (then
          (loop $copy
            (v128.store (local.get $out) (v128.load (i32.sub (local.get $out) (local.get $distance))))
            (local.set $out (i32.add (local.get $out) (i32.const 16)))
            (br_if $copy (i32.lt_u (local.get $out) (local.get $stop)))))
        (else
          ;; What repeats is spread over a vector, which then goes on by as many whole turns as it holds.
          (local.set $pattern (i8x16.swizzle
            (v128.load (i32.sub (local.get $out) (local.get $distance)))
            (v128.load offset=0x47a00 (i32.shl (local.get $distance) (i32.const 4)))))
          (local.set $step (i32.sub (i32.const 16) (i32.rem_u (i32.const 16) (local.get $distance))))
          (loop $repeat
            (v128.store (local.get $out) (local.get $pattern))
            (local.set $out (i32.add (local.get $out) (local.get $step)))
            (br_if $repeat (i32.lt_u (local.get $out) (local.get $stop))))))
      (local.set $out (local.get $stop))
      (br $next))
    (unreachable))

  ;; Sixteen bytes a step; 5,552 are as many as can be summed before the sums must be taken modulo 65,521 (zlib, NMAX).
  (func (export "adler32") (param $at i32) (param $length i32) (result i32)
    (local $low i32) (local $high i32) (local $stop i32) (local $end i32) (local $bytes v128)
    (local $sum v128) (local $before v128) (local $weighted v128)
    (local.set $low (i32.const 1))
    (local.set $end (i32.add (local.get $at) (local.get $length)))
    (block $whole
      (loop $stretch
        (br_if $whole (i32.lt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 16)))
        (local.set $stop (i32.add (local.get $at) (i32.and
          (select (i32.const 5552) (i32.sub (local.get $end) (local.get $at))
            (i32.gt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 5552)))
          (i32.const -16))))
        (local.set $high (i32.add (local.get $high)
          (i32.mul (local.get $low) (i32.sub (local.get $stop) (local.get $at)))))
        (local.set $sum (v128.const i64x2 0 0))
        (local.set $before (v128.const i64x2 0 0))
        (local.set $weighted (v128.const i64x2 0 0))
        (loop $step
          (local.set $bytes (v128.load (local.get $at)))
          (local.set $before (i32x4.add (local.get $before) (local.get $sum)))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (local.get $bytes)))))
          (local.set $weighted (i32x4.add (local.get $weighted) (i32x4.add
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_u (local.get $bytes))
              (v128.const i16x8 16 15 14 13 12 11 10 9))
            (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_u (local.get $bytes))
              (v128.const i16x8 8 7 6 5 4 3 2 1)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $step (i32.lt_u (local.get $at) (local.get $stop))))
        (local.set $low (i32.rem_u
          (i32.add (local.get $low) (call $lanes (local.get $sum))) (i32.const 65521)))
        (local.set $high (i32.rem_u
          (i32.add (local.get $high) (i32.add
            (i32.shl (call $lanes (local.get $before)) (i32.const 4))
            (call $lanes (local.get $weighted))))
          (i32.const 65521)))
        (br $stretch)))
    (block $done
      (loop $byte
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $low (i32.add (local.get $low) (i32.load8_u (local.get $at))))
        (local.set $high (i32.add (local.get $high) (local.get $low)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $byte)))
    (i32.or
      (i32.shl (i32.rem_u (local.get $high) (i32.const 65521)) (i32.const 16))
      (i32.rem_u (local.get $low) (i32.const 65521))))

  (func $lanes (param $four v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $four)) (i32x4.extract_lane 1 (local.get $four)))
      (i32.add (i32x4.extract_lane 2 (local.get $four)) (i32x4.extract_lane 3 (local.get $four)))))
)
