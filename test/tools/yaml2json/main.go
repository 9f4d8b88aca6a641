// yaml2json reads YAML files as Kubernetes' own programs do and prints each as one line of JSON, in the order of its
// arguments. A key that stands twice or a value that cannot be read ends it with a fault.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, path := range os.Args[1:] {
		text, err := os.ReadFile(path)
		if err != nil {
			fail(path, err)
		}
		read, err := yaml.YAMLToJSONStrict(text)
		if err != nil {
			fail(path, err)
		}
		var line bytes.Buffer
		if err := json.Compact(&line, read); err != nil {
			fail(path, err)
		}
		fmt.Fprintln(out, line.String())
	}
}

func fail(path string, err error) {
	fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
	os.Exit(1)
}
