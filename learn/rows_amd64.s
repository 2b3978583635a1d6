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

// func addRows64(n int, to, table *float32, stride int, rows *uint32)
TEXT ·addRows64(SB), NOSPLIT, $0-40
	MOVQ n+0(FP), CX
	MOVQ to+8(FP), DI
	MOVQ table+16(FP), SI
	MOVQ stride+24(FP), R8
	MOVQ rows+32(FP), DX
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3
	VMOVUPS 128(DI), Y4
	VMOVUPS 160(DI), Y5
	VMOVUPS 192(DI), Y6
	VMOVUPS 224(DI), Y7

looprows:
	MOVL (DX), AX
	IMULQ R8, AX
	ADDQ SI, AX
	PREFETCHT0 256(AX)
	PREFETCHT0 320(AX)
	PREFETCHT0 384(AX)
	PREFETCHT0 448(AX)
	VADDPS (AX), Y0, Y0
	VADDPS 32(AX), Y1, Y1
	VADDPS 64(AX), Y2, Y2
	VADDPS 96(AX), Y3, Y3
	VADDPS 128(AX), Y4, Y4
	VADDPS 160(AX), Y5, Y5
	VADDPS 192(AX), Y6, Y6
	VADDPS 224(AX), Y7, Y7
	ADDQ $4, DX
	DECQ CX
	JNZ looprows

	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VMOVUPS Y4, 128(DI)
	VMOVUPS Y5, 160(DI)
	VMOVUPS Y6, 192(DI)
	VMOVUPS Y7, 224(DI)
	VZEROUPPER
	RET

// func rectify8(n int, x *float32)
TEXT ·rectify8(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), CX
	MOVQ x+8(FP), SI

looprect:
	VMOVUPS (SI), Y0
	VPSRAD $31, Y0, Y1
	VPANDN Y0, Y1, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ looprect
	VZEROUPPER
	RET
