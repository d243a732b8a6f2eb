docker run --name e0 -l a=1 busybox true; docker run --name e3 -l a=2 busybox sh -c 'exit 3'; docker create --name cr -v vol:/data -p 8080:80 busybox > /dev/null; docker run -d --name up -l b busybox sleep 1000 > /dev/null; docker run -d --name pz busybox sleep 1000 > /dev/null; docker pause pz > /dev/null
q() { docker ps "$@" --format '{{.Names}}' | sort | tr '\n' ' '; echo; }
### status
for s in created running paused exited dead removing restarting; do echo "$s: $(q -f status=$s)"; done; q -a; q; q -f status=exited -f status=created; q -a -f exited=3; q -a -f exited=0; q -a -f exited=x
### others
q -a -f name=e; q -a -f name=^e0$; q -a -f name=/e0; q -a -f label=a; q -a -f label=a=2; q -a -f label=b; q -a -f volume=vol; q -a -f volume=/data; q -a -f ancestor=busybox; q -a -f ancestor=nosuch; q -a -f before=cr; q -a -f since=cr; q -a -f before=nosuch; echo "exit $?"; q -a -f network=bridge; q -a -f is-task=true; q -a -f health=none; q -a -f publish=80; q -a -f expose=80; q -a -f id=$(docker ps -aqf name=cr | cut -c1-5); q -a -f bad=x; q -a -f status=bad; q -a -f name; q -a -f health=bad; q -a -f 'label!=a'
### latest and last
q -l; q -n 2; q -n 0; q -n -1; q -n x; docker ps -q | wc -l; docker ps -aq --no-trunc | head -n 1 | wc -c
### placeholders
docker ps -a -f name=cr --format '{{.Names}}|{{.Image}}|{{.Command}}|{{.State}}|{{.Status}}|{{.Ports}}|{{.Labels}}|{{.Mounts}}|{{.LocalVolumes}}|{{.Networks}}|{{.Size}}|{{.RunningFor}}'; docker ps -a -f name=e0 --no-trunc --format '{{.Command}} {{.Label "a"}} {{.ID | len}}'; docker ps -a --format 'table {{.Names}}\t{{.State}}' | sort; docker ps -a -f name=e3 --format json | sed 's/"ID":"[^"]*"/ID/;s/"CreatedAt":"[^"]*"/C/'; docker ps --format '{{.Nope}}'; echo "exit $?"; docker ps x; echo "exit $?"
docker run --name sz busybox sh -c 'head -c 1000 /dev/zero > /z'; docker ps -a -s -f name=sz --format '{{.Size}}' | cut -d' ' -f1,2; docker ps -as -f name=sz --format 'table {{.Names}}\t{{.Size}}' | head -n 1; docker container ls -aq | wc -l; docker container list -q | wc -l
docker rm -f up pz > /dev/null
