mkdir -p src/d; echo f > src/d/f; chmod 750 src/d; ln -s f src/d/l; echo top > src/top; tar cf a.tar -C src d top; tar czf b.tgz -C src d top; cp a.tar noext; cp b.tgz img.png; echo 'not a tar' > fake.tar; tar cf own.tar --owner=7 --group=8 -C src top; : > empty.tar; head -c 10240 /dev/zero > zero.tar; gzip -c src/top > top.gz 2>/dev/null; mkdir dir; cp a.tar dir/
cat > Dockerfile <<'EOD'
FROM busybox
ADD a.tar /a
ADD b.tgz /b/
ADD noext /noext
ADD img.png /png
ADD fake.tar /fake
ADD own.tar /own/
ADD --chown=9:9 a.tar /chown/
ADD empty.tar /empty
ADD zero.tar /zero
ADD a.tar own.tar src/top /multi/
ADD *.tgz /glob/
WORKDIR /wd
ADD a.tar .
ADD a.tar rel
EOD
### build
docker build -q -t t .; echo "exit $?"
docker run --rm t sh -c 'cd /; find a b noext png fake own chown empty zero multi glob wd | sort; stat -c "%a %u:%g %n" /a /a/d /a/top /own/top /chown /chown/d /chown/top /multi/top'
### over what exists
printf 'FROM busybox\nRUN mkdir -p /x/d && echo old > /x/d/old && echo o > /x/top && chmod 777 /x/d\nADD a.tar /x\nRUN mkdir -p /y/top\n' > D; docker build -q -t u -f D . > /dev/null; docker run --rm u sh -c 'find /x | sort; cat /x/top; stat -c %a /x/d'
### errors
e() { printf "FROM busybox\n$1\n" > D; docker build -q -f D . > /dev/null 2> ../e; echo "$1: $?"; }
e 'ADD'; e 'ADD a.tar'; e 'ADD nope /'; e 'ADD a.tar /etc/passwd'; e 'ADD a.tar fake.tar /x'; e 'RUN mkdir -p /z/top/q\nADD a.tar /z'; e 'RUN echo > /d\nADD a.tar /'; e 'ADD http://127.0.0.1:1/x /y'; e 'ADD --chown=ghost a.tar /'
