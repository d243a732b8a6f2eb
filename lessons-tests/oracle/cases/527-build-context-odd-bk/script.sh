mkdir -p c/empty c/.git c/deep/a/b/c/d; echo x > c/.git/HEAD; echo y > c/deep/a/b/c/d/y; chmod 000 c/empty; echo z > c/zero; chmod 000 c/zero; echo s > 'c/sp ace'; echo u > c/ünï
printf 'FROM busybox\nCOPY . /c\n' > c/Dockerfile
### build
docker build -q -t t c && docker run --rm t sh -c 'cd /c; find . | sort; stat -c "%a %n" empty zero; cat zero'
### dockerfile in lower case
mv c/Dockerfile c/dockerfile; docker build -q c > /dev/null 2>&1; echo "exit $?"
### context through a link
ln -s c lc; docker build -q -t u lc > /dev/null 2>&1; echo "exit $?"
### dot-dot context
mkdir in; cd in; docker build -q -t v ../c > /dev/null 2>&1; echo "exit $?"; cd ..
### Dockerfile as a link
mv c/dockerfile c/Real; ln -s Real c/Dockerfile; docker build -q c > /dev/null 2>&1; echo "exit $?"
