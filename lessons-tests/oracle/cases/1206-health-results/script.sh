probe() { docker run -d --name hh --network none --health-interval 500ms "$@" busybox sleep 300 >/dev/null; sleep 0.9; docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}{{range .State.Health.Log}} {{.ExitCode}} {{json .Output}}{{end}}' hh; docker rm -f hh >/dev/null; }
### exit codes
for n in 0 1 2 7 127; do probe --health-cmd "exit $n"; done
probe --health-cmd 'kill -9 $$'
probe --health-cmd nosuch
probe --health-cmd /etc/passwd
### output
probe --health-cmd 'printf "\377x"'
probe --health-cmd 'echo a b; exit 1'
docker run -d --name hh --network none --health-interval 500ms --health-cmd 'i=0; while [ $i -lt 500 ]; do echo 123456789; i=$((i+1)); done; echo err >&2' busybox sleep 300 >/dev/null
sleep 1
docker inspect -f '{{len (index .State.Health.Log 0).Output}}' hh
docker inspect -f '{{(index .State.Health.Log 0).Output}}' hh | tail -n 2
docker rm -f hh
### timeout
docker run -d --name hh --network none --health-interval 500ms --health-timeout 1s --health-retries 1 --health-cmd 'echo some; sleep 20' busybox sleep 300 >/dev/null
sleep 2
docker inspect -f '{{.State.Health.Status}}{{range .State.Health.Log}} {{.ExitCode}} {{json .Output}}{{end}}' hh
docker rm -f hh
docker run -d --name hh --network none --health-interval 500ms --health-timeout 1s200ms --health-cmd 'sleep 20' busybox sleep 300 >/dev/null
sleep 2.2
docker inspect -f '{{.State.Health.Status}}{{range .State.Health.Log}} {{.ExitCode}} {{json .Output}}{{end}}' hh
docker rm -f hh
### log
docker run -d --name hh --network none --health-interval 200ms --health-cmd 'echo x >> /n; wc -l < /n' busybox sleep 300 >/dev/null
sleep 3
docker inspect -f '{{len .State.Health.Log}}' hh
docker rm -f hh
### start period
docker run -d --name h1 --network none --health-interval 1s --health-start-period 3s --health-start-interval 500ms --health-retries 1 --health-cmd 'exit 1' busybox sleep 300 >/dev/null
docker run -d --name h2 --network none --health-interval 1s --health-start-period 20s --health-retries 1 --health-cmd 'exit 1' busybox sleep 300 >/dev/null
sleep 2.2
docker inspect -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}' h1
docker inspect -f '{{len .State.Health.Log}}' h1 h2
sleep 2
docker inspect -f '{{.State.Health.Status}}' h1 h2
docker rm -f h1 h2
### settings
for f in '--no-healthcheck' '--health-cmd true' '--health-cmd true --health-timeout 2s' '--health-retries 3' '--health-interval 3s' '--no-healthcheck --health-cmd x' '--health-cmd true --health-interval 1us' '--health-cmd true --health-retries -1' '--health-cmd true --health-timeout -1s' '--health-cmd true --health-start-interval 1us' '--health-cmd true --health-interval 0'; do
  echo "-- $f"
  docker create --name hh --network none $f busybox true >/dev/null && docker inspect -f '{{json .Config.Healthcheck}}' hh && docker rm hh
done
### inherited
printf 'FROM busybox\nHEALTHCHECK --interval=7s --timeout=3s --retries=4 CMD exit 0\n' > Dockerfile
docker build -q -t hc . >/dev/null 2>&1
printf 'FROM hc\nHEALTHCHECK NONE\n' > Dockerfile
docker build -q -t nohc . >/dev/null 2>&1
for f in '' '--no-healthcheck' '--health-interval 9s' '--health-cmd "true"' '--health-retries 9 --health-start-period 5s'; do
  for i in hc nohc; do
  echo "-- $i $f"
  docker create --name hh --network none $f $i true >/dev/null && docker inspect -f '{{json .Config.Healthcheck}}' hh && docker rm hh
  done
done
