try() { printf 'FROM busybox\nUSER %s\n%s\n' "$1" "$2" > Dockerfile; docker build -q -t x . > /dev/null 2>&1; echo "exit $?"; }
### unknown name, only set
try nosuch; docker run --rm x true; echo "exit $?"
### unknown name, RUN
try nosuch 'RUN id'
### unknown group
try root:nosuch 'RUN id'
### unknown number
try 4242 'RUN id > /tmp/i'; docker run --rm x cat /tmp/i
### numbers with names
try 4242:nogroup 'RUN id > /tmp/i'; docker run --rm x cat /tmp/i
### COPY is root's
try nosuch 'COPY Dockerfile /'
### WORKDIR
try nosuch 'WORKDIR /new'
### empty variable
try '$NONE' 'RUN id'
### too big
try 4294967296 'RUN id'
