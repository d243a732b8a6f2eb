mkdir -p a/b/c node_modules/m src/node_modules/m tmp; touch a/x.log a/b/y.log a/b/c/z.log top.log top.txt f1 f2 f3 node_modules/m/i src/node_modules/m/j src/s tmp/t 'sp ace' '#hash'
printf 'FROM busybox\nCOPY . /c\nCMD cd /c && find . | sort | tr "\\n" " "\n' > Dockerfile
try() { printf "$1" > .dockerignore; docker build -q -t t . > /dev/null && docker run --rm t; echo; }
### star
try '*.log\n'
### double star
try '**/*.log\n'
### directory anywhere
try '**/node_modules\n'
### leading slash and trailing slash
try '/a/b/\n/tmp/\n'
### question and set
try 'f?\n!f[13]\n'
### dots
try './a/../tmp\nsrc/./s\n'
### outside
try '../x\n'
### blanks and comments
try '  tmp  \n#hash\n\n sp ace\n'
### everything but
try '*\n!a/b/c\n!top.*\n'
### everything but with double star
try '**\n!**/*.log\n'
### prefix only
try 'a*\n'
### one level
try '*/*\n'
### two levels
try '*/*/*\n'
### a directory, then a child again
try 'a\n!a/b\n'
### double star in the middle
try 'a/**/z.log\n'
