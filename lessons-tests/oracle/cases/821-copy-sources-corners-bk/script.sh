mkdir -p d/e 'sp ace' .hid; echo 1 > f1; echo 2 > f2; echo q > 'f?'; echo s > 'sp ace/x y'; echo h > .hid/h; echo b > '[b]'; ln -s d ld; echo e > d/e/e; ln -s ../f1 d/up
cat > Dockerfile <<'EOD'
FROM busybox
COPY . /all
COPY ./f1 /one
COPY /f1 /abs
COPY f1 f2 /two/
COPY f* /glob/
COPY f[12] /cls/
COPY ["sp ace/x y", "/quo ted/"]
COPY d/../f2 /dots
COPY d/. /dot
COPY d /dd
COPY d/* /star/
COPY ld /viaLink
COPY .hid /hid
COPY */e /sube/
EOD
### build
docker build -q -t t .; echo "exit $?"
docker run --rm t sh -c 'cd /; find all one abs two glob cls "quo ted" dots dot dd star viaLink hid sube | sort'; docker run --rm t sh -c 'readlink /dd/up; ls -ld /viaLink | cut -c1'
### errors
e() { printf "FROM busybox\n$1\n" > D; docker build -q -f D . > /dev/null 2> ../e; echo "$1: $?"; }
e 'COPY'; e 'COPY f1'; e 'COPY nope /'; e 'COPY f1 nope /x/'; e 'COPY nope* /'; e 'COPY f1 f2 /x'; e 'COPY ../f1 /'; e 'COPY /../f1 /y'; e 'COPY d/up /up'; e 'COPY [ /'; e 'COPY [] /'; e 'COPY ["f1"]'; e 'COPY "f1 /'; e 'COPY f1 ""'; e 'COPY "" /x'; e 'COPY $NOPE /x'; e 'COPY f1 $NOPE'; e 'COPY f1 /etc/passwd/x'; e 'COPY d /etc/passwd'; e 'COPY f1 /etc'; e 'COPY http://127.0.0.1:1/x /'; e 'COPY f1/ /z'; e 'COPY f1/. /z'
