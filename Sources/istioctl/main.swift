import Commands

CP.run()
