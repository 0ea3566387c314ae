// Loaded before the program: ends it in the ordinary way when the process that started it is gone.
process.channel?.unref();
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
