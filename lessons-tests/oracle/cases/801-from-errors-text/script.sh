mk() { printf "$1" > Dockerfile; docker build -q . ; echo "exit $?"; }
### all
mk 'FROM\n'; mk 'FROM busybox x\n'; mk 'FROM busybox AS\n'; mk 'FROM busybox AS a b\n'; mk 'FROM busybox AS 1a\n'; mk 'RUN true\n'; mk 'ARG A=1\nRUN true\n'; mk 'ARG I\nFROM $I\n'; mk 'FROM BusyBox\n'; mk 'FROM --bogus=1 busybox\n'; mk 'FROM --platform=bad/a/b/c/d busybox\n'; mk ''; mk '# only\n'; mk 'ENV a=b\nFROM busybox\n'; mk 'FROM busybox AS a\nFROM busybox AS a\n'; mk 'FROM busybox AS scratch\nFROM scratch\n'; mk 'FROM scratch AS a\nFROM a\n'; mk 'FROM scratch\n'; mk 'FROM busybox\nFROM\n'
