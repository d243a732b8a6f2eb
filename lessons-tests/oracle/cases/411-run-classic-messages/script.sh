try() { printf 'FROM busybox\nRUN %s\n' "$1" > Dockerfile; docker build . 2>&1 | tail -n 1; }
### exit 3
try 'exit 3'
### not found in the shell
try 'nosuchcmd --flag'
### exec form with several words
try '["sh", "-c", "exit 7"]'
### exec form not found
try '["nosuchcmd", "a b"]'
### directory
try '["/etc"]'
### pipeline
try 'true | false'
### quotes in the text
try "sh -c 'exit 2' && echo \"x\""
