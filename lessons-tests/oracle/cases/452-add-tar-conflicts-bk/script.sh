mkdir -p s/d; echo a > s/d/a; tar -C s -cf t.tar d
e() { printf 'FROM busybox\nRUN %s\nADD t.tar %s\n' "$1" "$2" > Dockerfile; docker build -q -t x . > /dev/null 2>&1; echo "exit $?"; }
### a file where the tar has a directory
e 'mkdir /t && echo x > /t/d' /t
docker run --rm x sh -c 'ls -R /t'
### a symlink to a directory where the tar has a directory
e 'mkdir -p /t /real && ln -s /real /t/d' /t
docker run --rm x sh -c 'ls -l /t | grep -c "d -> /real"; ls /real'
### into a file
e 'echo x > /t' /t
### into a dangling link
e 'ln -s /nowhere /t' /t
docker run --rm x sh -c 'ls -R /nowhere /t'
