try() { printf 'FROM busybox\nRUN %s\n' "$1" > Dockerfile; docker build -q . > out 2> err; echo "exit $?"; wc -c < out; }
### exit 3
try 'exit 3'
### not found
try 'nosuchcmd'
### exec form not found
try '["nosuchcmd"]'
### exec form directory
try '["/etc"]'
### not executable
try '["/etc/passwd"]'
### killed by a signal
try 'kill -9 $$'
### last command counts
try 'false; true'
### empty command in exec form
try '[]'
