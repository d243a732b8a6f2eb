mkdir -p a/x .git lib/keep lib/drop; touch a/x/f a/g .git/HEAD lib/keep/k lib/drop/d lib/l README.md readme.txt x.md 'a*b' '!bang' b.o c.O .env
printf 'FROM busybox\nCOPY . /c\nCMD cd /c && find . -type f | sort | tr "\\n" " "\n' > Dockerfile
try() { printf "$1" > .dockerignore; docker build -q -t tt . > /dev/null 2>&1 && docker run --rm tt; echo "exit $?"; }
### CRLF
try 'a\r\n*.md\r\n'
### BOM
try '\357\273\277a\n'
### trailing blanks
try 'a  \n*.md\t\n'
### case
try '*.o\nreadme.*\n'
### hidden
try '.*\n!.env\n'
### escapes
try 'a\\*b\n\\!bang\n'
### negated directory
try 'lib\n!lib/keep\n'
### negated file in an ignored directory
try 'lib/*\n!lib/keep/k\n'
### star and a directory
try '*\n!lib\nlib/drop\n'
### README only
try '*.md\n!README.md\n'
### double negation
try '*.md\n!*.md\nx.md\n'
### **/ at the end
try 'lib/**\n'
try '**/d*\n'
try '!**\n'
### classes
try '[a-b]*\n'
try '?*.md\n'
