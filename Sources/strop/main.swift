import StropCLI

await StropCommand.start()
