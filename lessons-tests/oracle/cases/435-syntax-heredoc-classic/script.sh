try() { printf "$1" > Dockerfile; docker build -q . 2>&1 >/dev/null | tail -n 1; }
### RUN
try 'FROM busybox\nRUN <<EOF\necho hi\nEOF\n'
### COPY
try 'FROM busybox\nCOPY <<EOF /x\nhi\nEOF\n'
### unfinished
try 'FROM busybox\nRUN cat <<EOF\nhi\n'
### in CMD
try 'FROM busybox\nCMD <<EOF\nhi\nEOF\n'
