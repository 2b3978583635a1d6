package speech

import "github.com/hearsay-news/hearsay/english"

// The relations that matter to attribution, by name.
var (
	relCcomp     = relation("ccomp")
	relXcomp     = relation("xcomp")
	relParataxis = relation("parataxis")
	relNsubj     = relation("nsubj")
	relNsubjPass = relation("nsubj:pass")
	relObj       = relation("obj")
	relObl       = relation("obl")
	relAgent     = relation("obl:agent")
	relPoss      = relation("nmod:poss")
	relAcl       = relation("acl")
	relRelcl     = relation("acl:relcl")
	relAdvcl     = relation("advcl")
	relMark      = relation("mark")
	relCase      = relation("case")
	relAuxPass   = relation("aux:pass")
	relCop       = relation("cop")
	relIobj      = relation("iobj")
)

func relation(name string) english.Deprel {
	for d := english.Deprel(0); ; d++ {
		if d.String() == name {
			return d
		}
	}
}

// kidBit is a bit for the children that tell a predicate's frame apart.
func kidBit(d english.Deprel) uint32 {
	switch d {
	case relCcomp:
		return 1
	case relXcomp:
		return 2
	case relParataxis:
		return 4
	case relNsubj:
		return 8
	case relNsubjPass:
		return 16
	case relObj:
		return 32
	case relMark:
		return 64
	case relAdvcl:
		return 128
	case relCase:
		return 256
	case relAcl, relRelcl:
		return 512
	case relObl:
		return 1024
	case relCop:
		return 2048
	case relIobj:
		return 4096
	case relAuxPass:
		return 8192
	case relAgent:
		return 16384
	case relPoss:
		return 32768
	}
	return 0
}
