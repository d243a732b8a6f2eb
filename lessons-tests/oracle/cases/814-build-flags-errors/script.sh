printf 'FROM busybox\nRUN echo x > /x\n' > Dockerfile; mkdir empty
b() { docker build "$@"; echo "exit $?"; }
### contexts
b; b . .; b nodir; b -q empty; b -q Dockerfile; b -f nofile -q .; b -q -f Dockerfile empty; b '' 
### flags
b --nope .; b -t BAD .; b -t a:b:c .; b -t '' -q .; b --build-arg; b --memory x .; b --squash -q .; b --target nope -q .; b --network bogus -q .; b --platform a/b/c/d -q .; b --isolation hyperv -q .; b --cpu-period x .; b --ulimit bad -q .; b --shm-size x .; b --no-cache=maybe .; b --progress plain -q .; b --output x -q .; b --secret id=x -q .; b --ssh default -q .; b --add-host bad -q .; b --iidfile no/dir -q .; b --label -q .; b --cgroup-parent x -q . > /dev/null; b --compress -q . > /dev/null; b --force-rm -q . > /dev/null; b --rm=false -q . > /dev/null; b --security-opt x=y -q .; b --cache-from nosuch -q . > /dev/null
### several tags
b -t one -t two:x -t three/four -q . > /dev/null; docker images --format '{{.Repository}}:{{.Tag}}' | sort; docker ps -aq | wc -l
