package voices

// similar is how alike two folded words are, 0 to 1: the better of
// Jaro-Winkler on their sound and equality of their consonants.
func similar(a, b string) float64 {
	if a == b {
		return 1
	}
	x, y := sound(a), sound(b)
	if x == y {
		return .97
	}
	s := jaroWinkler(x, y)
	// A different first letter is rarely a slip of the pen.
	if len(x) > 0 && len(y) > 0 && x[0] != y[0] {
		s -= .08
	}
	if len(a) > 3 && len(b) > 3 && skeleton(a) == skeleton(b) && len(skeleton(a)) > 2 {
		s = max(s, .93)
	}
	return s
}

// jaroWinkler is the Jaro-Winkler similarity of two byte strings.
func jaroWinkler(a, b string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	reach := max(len(a), len(b))/2 - 1
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	m := 0
	for i := range len(a) {
		for j := max(0, i-reach); j < min(len(b), i+reach+1); j++ {
			if !usedB[j] && a[i] == b[j] {
				usedA[i], usedB[j] = true, true
				m++
				break
			}
		}
	}
	if m == 0 {
		return 0
	}
	swaps, j := 0, 0
	for i := range len(a) {
		if !usedA[i] {
			continue
		}
		for !usedB[j] {
			j++
		}
		if a[i] != b[j] {
			swaps++
		}
		j++
	}
	mf := float64(m)
	jaro := (mf/float64(len(a)) + mf/float64(len(b)) + (mf-float64(float64(swaps)/2))/mf) / 3
	prefix := 0
	for prefix < min(4, len(a), len(b)) && a[prefix] == b[prefix] {
		prefix++
	}
	return jaro + float64(float64(prefix)*.1*(1-jaro))
}
