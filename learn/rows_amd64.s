#include "textflag.h"

// func add8(n int, to, x *float32)
TEXT ·add8(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ to+8(FP), DI
	MOVQ x+16(FP), SI

loopadd:
	VMOVUPS (DI), Y0
	VADDPS (SI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ loopadd
	VZEROUPPER
	RET

// func scale8(n int, to, x, gain *float32, norm float32)
TEXT ·scale8(SB), NOSPLIT, $0-36
	MOVQ n+0(FP), CX
	MOVQ to+8(FP), DI
	MOVQ x+16(FP), SI
	MOVQ gain+24(FP), DX
	VBROADCASTSS norm+32(FP), Y1

loopscale:
	VMULPS (SI), Y1, Y0
	VMULPS (DX), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	ADDQ $32, SI
	ADDQ $32, DX
	SUBQ $8, CX
	JNZ loopscale
	VZEROUPPER
	RET

// func squares4(n int, x *float32, sums *[4]float32)
TEXT ·squares4(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ sums+16(FP), DI
	VXORPS X0, X0, X0

loopsq:
	VMOVUPS (SI), X1
	VMULPS X1, X1, X1
	VADDPS X1, X0, X0
	ADDQ $16, SI
	SUBQ $4, CX
	JNZ loopsq
	VMOVUPS X0, (DI)
	RET

DATA unit<>+0(SB)/4, $0x3f800000
GLOBL unit<>(SB), RODATA|NOPTR, $4

// func step8(n int, c, before, z, f, r, x, sum *float32)
TEXT ·step8(SB), NOSPLIT, $0-64
	MOVQ n+0(FP), CX
	MOVQ c+8(FP), DI
	MOVQ before+16(FP), SI
	MOVQ z+24(FP), R8
	MOVQ f+32(FP), R9
	MOVQ r+40(FP), R10
	MOVQ x+48(FP), R11
	MOVQ sum+56(FP), DX
	VBROADCASTSS unit<>(SB), Y5
	XORQ AX, AX

loopstep:
	VMOVUPS (R9)(AX*1), Y0
	VMULPS (SI)(AX*1), Y0, Y1
	VSUBPS Y0, Y5, Y2
	VMULPS (R8)(AX*1), Y2, Y2
	VADDPS Y2, Y1, Y1
	VMOVUPS Y1, (DI)(AX*1)
	VMULPS (R10)(AX*1), Y1, Y1
	VADDPS (R11)(AX*1), Y1, Y1
	VMOVUPS Y1, (DX)(AX*1)
	ADDQ $32, AX
	SUBQ $8, CX
	JNZ loopstep
	VZEROUPPER
	RET
