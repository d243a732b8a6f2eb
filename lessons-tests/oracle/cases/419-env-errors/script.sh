try() { printf 'FROM busybox\nENV %s\n' "$1" > Dockerfile; docker build -q . > /dev/null 2>err; echo "exit $?"; grep -o 'ENV .*\|Syntax.*\|syntax.*' err | tail -n 1; }
### nothing
try ''
### a name only
try 'X'
### blank name
try '=x'
### mixed
try 'A=1 B'
### equals with blanks
try 'A = b'
### unfinished quote
try 'A="b'
### bad substitution
try 'A=${B'
### bad modifier
try 'A=${B:x}'
