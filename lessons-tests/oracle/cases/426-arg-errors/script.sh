try() { printf 'FROM busybox\nARG %s\nRUN true\n' "$1" > Dockerfile; docker build -q . > /dev/null 2>err; echo "exit $?"; }
### nothing
try ''
### blank name
try '=x'
### blank inside
try 'A=b c'
### quotes
try '"A B"=c'
### bad expansion
try 'A=${'
### dash
try 'A-B=c'
### several
try 'A B C=d'
