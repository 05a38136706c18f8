import ArgumentParser

package enum CP { package static func run() {} }
