docker build -q -t m:1 --label team=blue . >/dev/null
docker build -q -t m:2 --label team=red --label x=y . >/dev/null
docker tag busybox:latest moved:1
### label
docker images -f label=team --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f label=team=red --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f label=team -f label=x --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f label=none -q
### reference
docker images -f reference='m:*' --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f reference='m*' --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f reference=busybox -f reference=m:1 --format '{{.Repository}}:{{.Tag}}' | sort
docker images m --format '{{.Repository}}:{{.Tag}}' | sort
docker images m:3 --format '{{.Repository}}:{{.Tag}}'
docker images 'b[ou]*' --format '{{.Repository}}:{{.Tag}}' | sort
### time
docker images -f since=busybox --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f before=m:1 --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f until=1h --format '{{.Repository}}:{{.Tag}}' | grep -v busybox | grep -v moved
### dangling
docker images -f dangling=false --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f dangling=true -q
### errors
docker images -f bad=1
docker images -f since=nope
docker images -f before=nope:1
docker images -f dangling=maybe
docker images -f until=never
docker images -f 'label!=team'
docker images -f reference='[' -q
