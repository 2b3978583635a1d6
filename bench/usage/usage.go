// Package usage runs commands and says what they took.
package usage

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Usage is what one run of a command took.
type Usage struct {
	Wall, CPU float64 // seconds; CPU is user and system time of all threads
	Peak      int64   // most memory resident, bytes
}

// Run runs a command to its end. What it says on standard error is part of the
// error. The peak of memory is read a hundred times a second from /proc, as the
// figure that the system gives at the end counts the memory of the process that
// started it, too; without /proc it is 0.
func Run(c *exec.Cmd) (Usage, error) {
	var said bytes.Buffer
	c.Stderr = &said
	start := time.Now()
	if err := c.Start(); err != nil {
		return Usage{}, err
	}
	ended := make(chan struct{})
	peak := make(chan int64)
	go watch(c.Process.Pid, ended, peak)
	err := c.Wait()
	took := time.Since(start).Seconds()
	close(ended)
	u := Usage{Wall: took, CPU: (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), Peak: <-peak}
	if err != nil {
		lines := strings.Split(strings.TrimSpace(said.String()), "\n")
		return u, fmt.Errorf("%w: %s", err, lines[len(lines)-1])
	}
	return u, nil
}

func watch(pid int, ended <-chan struct{}, peak chan<- int64) {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	most := int64(0)
	for {
		select {
		case <-ended:
			peak <- most
			return
		case <-tick.C:
			most = max(most, highWater(pid))
		}
	}
}

// highWater is the most memory that a process has had resident so far, in bytes.
func highWater(pid int) int64 {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, found := strings.Cut(string(raw), "VmHWM:")
	fields := strings.Fields(rest)
	if !found || len(fields) == 0 {
		return 0
	}
	kb, err := strconv.ParseInt(fields[0], 10, 64)
	if err != nil {
		return 0
	}
	return kb * 1024
}
