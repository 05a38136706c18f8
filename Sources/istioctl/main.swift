import Commands
CP.run()
