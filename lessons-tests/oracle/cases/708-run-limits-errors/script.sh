t() { docker create "$@" busybox > /dev/null; echo "exit $?"; }
### memory
t -m 4m; t -m 6m; t -m x; t -m -5; t -m 10q; t --memory 1g --memory-swap 512m; t --memory-swap 1g; t -m 100m --memory-swap -1; t --memory-reservation 1g -m 500m; t --memory-reservation 1m; t --memory-swappiness 101; t --memory-swappiness -2; t --memory-swappiness -1; t --kernel-memory 1m
### cpu
t --cpus 0.5; t --cpus x; t --cpus 1000; t --cpus -1; t -c 1; t -c 0; t --cpu-period 1; t --cpu-quota 1; t --cpus 1 --cpu-period 1000; t --cpus 1 --cpu-quota 5000; t --cpuset-cpus 99; t --cpuset-cpus x; t --cpuset-mems 99
### pids and others
t --pids-limit 10; t --pids-limit -1; t --pids-limit x; t --pids-limit 0; t --shm-size 1; t --shm-size x; t --shm-size 0; t --oom-score-adj 1001; t --oom-score-adj -1000; t --blkio-weight 5; t --blkio-weight 1001; t --blkio-weight 0; t --ulimit nofile=10:5; t --ulimit bad=1; t --ulimit nofile; t --ulimit nofile=x; t --ulimit nofile=1:2:3; t --ulimit core=-1
